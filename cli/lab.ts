/**
 * The `lab` command: `npm run lab -- --help`. What a command needs is imported when it runs: a rollback does not wait for
 * the analysis, nor for the CDKs.
 */
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { analysisCommand } from './analysis-command';
import type { AuthorizationQuery } from './authz';
import { addCanaryCommand } from './canary/command';
import { addDoctorCommand } from './doctor/command';
import { addDownCommand } from './down/command';
import { addDrillCommand } from './drill/command';
import { exitWith } from './exit';
import { addLoadCommand } from './load-command';
import { addOpenCommand } from './open';
import type { PlanOptions } from './plan';
import type { RouteOptions } from './route';
import { addStatusCommand } from './status/command';
import { addUpCommand } from './up/command';
import { addVerifyCommand } from './verify/command';

const program = new Command('lab')
  .description('Reads and runs the mesh lab.')
  .option('--debug', 'show stack traces')
  .addCommand(
    analysisCommand(
      'check',
      'what is wrong with Kubernetes and Istio YAML',
      async () => (await import('./check')).check,
    ),
  )
  .addCommand(
    analysisCommand(
      'route',
      'where a request goes: name its URL, or see every kind of request that rules tell apart',
      async () => {
        const { routeReport } = await import('./route');
        return ({ inventory }, command, urls) => routeReport(inventory, command.opts<RouteOptions>(), urls);
      },
    )
      .option('--from <client>', 'a workload (namespace/name), or `gateway`')
      .option('--method <verb>', 'GET, POST, ... (default: GET)')
      .option('-H, --header <header>', "like 'x-canary: true'; may be given several times", collect, []),
  )
  .addCommand(
    analysisCommand('authz', 'who may call whom: network, mutual TLS and authorization', async () => {
      const { authorizationReport } = await import('./authz-report');
      return ({ inventory }, command) => authorizationReport(inventory, command.opts<AuthorizationQuery>());
    })
      .option('--from <namespace/name>', 'only this caller: a service account or a workload')
      .option('--to <namespace/name>', 'only this callee: a Service')
      .option('--method <method>', 'only requests with this method')
      .option('--path <path>', 'only requests for this path')
      .option('--host <host>', 'only requests with this Host header')
      .option('--port <number>', 'only this port of Services', portNumber),
  )
  .addCommand(
    analysisCommand(
      'plan',
      'whether every step of applying, changing or removing the objects keeps calls working and strangers out',
      async () => {
        const { planReport } = await import('./plan');
        return (read, command) => planReport(read, command.opts<PlanOptions>());
      },
    ).option('--before <path>', 'what runs now: then only what differs is applied'),
  )
  .addCommand(
    analysisCommand('budget', 'what pods and sidecars ask for, against the capacity in the settings', async () => {
      const [{ budget }, { loadLab }] = await Promise.all([import('./budget'), import('./load')]);
      return ({ inventory }) => budget(inventory, loadLab(process.env).settings);
    }),
  );

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

function portNumber(value: string): number {
  if (!/^\d{1,5}$/.test(value)) {
    throw new InvalidArgumentError('A port is a whole number from 1 to 65535.');
  }
  return Number(value);
}

addLoadCommand(program);

addOpenCommand(program);

addDoctorCommand(program);

addUpCommand(program);

addDownCommand(program);

addStatusCommand(program);

addCanaryCommand(program);

addVerifyCommand(program);

addDrillCommand(program);

overrideExit(program);

void exitWith(async () => {
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      throw error;
    }
    // Commander has said what is wrong, or shown the help that was asked for.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  }
});

/** A command that is wrongly used throws instead of ending the process with 1. */
function overrideExit(command: Command): void {
  command.exitOverride();
  command.commands.forEach(overrideExit);
}
