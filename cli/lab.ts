/** The `lab` command: `npm run lab -- --help`. */
import { Command, CommanderError } from 'commander';
import { budget, budgetTable } from './budget';
import { exitWith } from './exit';
import { loadLab } from './load';
import { readManifests } from './manifests';
import { addOpenCommand } from './open';

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

addOpenCommand(program);

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
