/** The `lab` command: `npm run lab -- --help`. */
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { authorization, type AuthorizationQuery } from './authz';
import { authorizationTable } from './authz-table';
import { budget, budgetTable } from './budget';
import { exitWith } from './exit';
import { loadLab } from './load';
import { readManifests } from './manifests';
import { readSources } from './sources';

const program = new Command('lab')
  .description('Reads and runs the mesh lab.')
  .option('--debug', 'show stack traces')
  .exitOverride();

program
  .command('budget')
  .description('what pods and sidecars ask for, against the capacity in the settings')
  .argument('[paths...]', 'files and folders of Kubernetes YAML or JSON', ['dist'])
  .option('--json', 'print one JSON document')
  .action((paths: string[], options: { json?: boolean }) => {
    const report = budget(readManifests(paths), loadLab(process.env).settings);
    console.log(options.json === true ? JSON.stringify(report, undefined, 2) : budgetTable(report));
    process.exitCode = report.fits ? 0 : 1;
  });

program
  .command('authz')
  .description('who may call whom, according to YAML: network, mutual TLS and authorization')
  .argument('[paths...]', 'files and folders of Kubernetes YAML or JSON, or - for the standard input', ['dist'])
  .option('--from <namespace/name>', 'only this caller: a service account or a workload')
  .option('--to <namespace/name>', 'only this callee: a Service')
  .option('--method <method>', 'only requests with this method')
  .option('--path <path>', 'only requests for this path')
  .option('--host <host>', 'only requests with this Host header')
  .option('--port <number>', 'only this port of Services', portNumber)
  .option('--json', 'print one JSON document')
  .action((paths: string[], { json, ...query }: AuthorizationQuery & { json?: boolean }) => {
    const report = authorization(readSources(paths), query);
    const { pairs, denied } = report;
    console.log(json === true ? JSON.stringify({ pairs, denied }, undefined, 2) : authorizationTable(report, query));
  });

exitWith(() => {
  try {
    program.parse();
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      throw error;
    }
    // Commander has said what is wrong, or shown the help that was asked for.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  }
});

function portNumber(value: string): number {
  if (!/^\d{1,5}$/.test(value)) {
    throw new InvalidArgumentError('A port is a whole number from 1 to 65535.');
  }
  return Number(value);
}
