import { type Command, Option } from 'commander';
import { examples } from '../examples';
import type { Lab } from '../read/read-lab';
import type { Place } from './places';
import type { ProbeResult } from './probe';
import { print as say, printError } from '../print';

/** Milliseconds that a place has for its answer. */
const patience = 5000;

interface OpenOptions {
  readonly json?: boolean;
  readonly print?: boolean;
}

/** Adds `lab open`: where to look at something, and whether it is there. */
export function addOpenCommand(program: Command): void {
  const open: Command = program
    .command('open')
    .description('prints the URL of a service or an add-on, and says if it is not up; forwards a port to it if need be')
    .argument('<name>', 'a service that the gateway leads to, or an add-on: grafana, prometheus, jaeger, kiali')
    .option('--print', 'only print the URL')
    .addOption(new Option('--json', 'print one JSON document, and forward nothing').conflicts('print'))
    .addHelpText(
      'after',
      examples({
        'open grafana': 'where the gateway does not show it, a port-forward until Ctrl-C',
        'open grafana --print': 'the URL alone',
      }),
    );
  open.action(async (name: string, options: OpenOptions) => {
    const [{ readLab }, { placesOf }] = await Promise.all([import('../read/read-lab'), import('./places')]);
    const lab = readLab(process.env);
    const places = placesOf(lab);
    const place = places.find((one) => one.name === name);
    if (place === undefined) {
      open.error(`error: unknown name '${name}'; one of: ${places.map((one) => one.name).join(', ')}`);
    }
    await show(lab, place, options);
  });
}

async function show(lab: Lab, place: Place, { json = false, print = false }: OpenOptions): Promise<void> {
  const { name, url } = place;
  if (!json) {
    say(url);
  }
  // No other command waits for what speaks HTTP.
  const { probe } = await import('./probe');
  const problem = print ? undefined : problemOf(place, await probe(url, patience));
  if (json) {
    say(JSON.stringify({ name, url, isUp: problem === undefined, problem: problem ?? null }, undefined, 2));
  } else if (problem !== undefined) {
    const { forwardTo } = await import('./places');
    const wanted = forwardTo(name, lab);
    if (wanted !== undefined) {
      const { forwardUntilStopped } = await import('./open-forward');
      await forwardUntilStopped(lab.settings, wanted);
      return;
    }
    printError(problem);
  }
  process.exitCode = problem === undefined ? 0 : 1;
}

/** What keeps a place from being looked at, and what to do about it; nothing if it is up. */
export function problemOf({ name, commands }: Place, answer: ProbeResult): string | undefined {
  const reason = reasonOf(answer);
  return reason && [`${name} is not up: ${reason}`, 'Bring it up:', ...commands.map((one) => `  ${one}`)].join('\n');
}

/** Of what nobody serves the gateway says 404 or an error of its own; any other status somebody has to give. */
function reasonOf(answer: ProbeResult): string | undefined {
  if ('failure' in answer) {
    return answer.failure;
  }
  return answer.status === 404 || answer.status >= 500 ? `the answer is ${answer.status}` : undefined;
}
