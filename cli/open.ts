import type { Command } from 'commander';
import type { Place } from './places';
import { type Answer, probe } from './probe';

/** Milliseconds that a place has for its answer. */
const patience = 5000;

/** Adds `lab open`: where to look at something, and whether it is there. */
export function addOpenCommand(program: Command): void {
  const open: Command = program
    .command('open')
    .description('print the URL of a service or an add-on, and say if it is not up')
    .argument('<name>', 'a service that the gateway leads to, or an add-on: grafana, prometheus, jaeger, kiali');
  open.action(async (name: string) => {
    const [{ loadLab }, { placesOf }] = await Promise.all([import('./load'), import('./places')]);
    const places = placesOf(loadLab(process.env));
    const place = places.find((one) => one.name === name);
    if (place === undefined) {
      open.error(`error: unknown name '${name}'; one of: ${places.map((one) => one.name).join(', ')}`);
    }
    console.log(place.url);
    const problem = problemOf(place, await probe(place.url, patience));
    if (problem !== undefined) {
      console.error(problem);
      process.exitCode = 1;
    }
  });
}

/** What keeps a place from being looked at, and what to do about it; nothing if it is up. */
export function problemOf({ name, commands }: Place, answer: Answer): string | undefined {
  const reason = reasonOf(answer);
  return reason && [`${name} is not up: ${reason}`, 'Bring it up:', ...commands.map((one) => `  ${one}`)].join('\n');
}

/** Of what nobody serves the gateway says 404 or an error of its own; any other status somebody has to give. */
function reasonOf(answer: Answer): string | undefined {
  if ('failure' in answer) {
    return answer.failure;
  }
  return answer.status === 404 || answer.status >= 500 ? `the answer is ${answer.status}` : undefined;
}
