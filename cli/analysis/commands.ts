import { type Command, InvalidArgumentError } from 'commander';
import { analysisCommand } from './command';
import type { AuthorizationQuery } from '../authz/authz';
import { checkCommand } from '../check/command';
import { examples } from '../examples';
import { graphCommand } from '../graph/command';
import type { PlanOptions } from './plan';
import type { RouteOptions } from '../route/route';

/** Adds `lab check`, `route`, `authz`, `plan`, `budget` and `graph`. */
export function addAnalysisCommands(program: Command): void {
  program
    .addCommand(checkCommand())
    .addCommand(routeCommand())
    .addCommand(authzCommand())
    .addCommand(planCommand())
    .addCommand(budgetCommand())
    .addCommand(graphCommand());
}

function routeCommand(): Command {
  return analysisCommand(
    'route',
    'where requests go: name URLs, or see every kind of request that rules tell apart',
    async () => {
      const { routeReport } = await import('../route/route');
      return ({ inventory }, command, urls) => routeReport(inventory, command.opts<RouteOptions>(), urls);
    },
    { takesUrls: true },
  )
    .option('--from <client>', 'a workload (namespace/name), or `gateway`')
    .option('--method <verb>', 'GET, POST, ... (default: GET)')
    .option('-H, --header <header>', "like 'x-canary: true'; may be given several times", collect, [])
    .addHelpText(
      'after',
      examples({
        "route http://frontend.localhost/ -H 'x-canary: true'": '',
        'route http://backend-service.backend:8080/ --from frontend/frontend-canary': '',
      }),
    );
}

function authzCommand(): Command {
  return analysisCommand('authz', 'who may call whom: network, mutual TLS and authorization', async () => {
    const { authorizationReport } = await import('../authz/authz-report');
    return ({ inventory }, command) => authorizationReport(inventory, command.opts<AuthorizationQuery>());
  })
    .option('--from <namespace/name>', 'only this caller: a service account or a workload')
    .option('--to <namespace/name>', 'only this callee: a Service')
    .option('--method <method>', 'only requests with this method')
    .option('--path <path>', 'only requests for this path')
    .option('--host <host>', 'only requests with this Host header')
    .option('--port <number>', 'only this port of Services', portNumber)
    .addHelpText(
      'after',
      examples({
        authz: 'everybody and everything',
        'authz --from frontend/frontend --to ml/ml-service': 'and why (not)',
      }),
    );
}

function planCommand(): Command {
  return analysisCommand(
    'plan',
    'whether every step of applying, changing or removing the objects keeps calls working and strangers out',
    async () => {
      const { planReport } = await import('./plan');
      return (read, command) => planReport(read, command.opts<PlanOptions>());
    },
  )
    .option('--before <path>', 'what runs now: then only what differs is applied')
    .addHelpText(
      'after',
      examples({ plan: 'from nothing, and back', 'plan next/ --before dist': 'from what runs to something else' }),
    );
}

function budgetCommand(): Command {
  return analysisCommand('budget', 'what pods and sidecars ask for, against the capacity in the settings', async () => {
    const [{ budget }, { loadSettings }] = await Promise.all([import('./budget'), import('../read/read-lab')]);
    return ({ inventory }) => budget(inventory, loadSettings(process.env));
  }).addHelpText('after', examples({ budget: '', 'budget manifests/ --json': '' }));
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

function portNumber(value: string): number {
  if (!/^\d{1,5}$/.test(value)) {
    throw new InvalidArgumentError('A port is a whole number from 1 to 65535.');
  }
  return Number(value);
}
