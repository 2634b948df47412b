/** The `lab` command: `npm run lab -- --help`. */
import './interpreted-schemas';
import { CommanderError } from 'commander';
import { exitWith } from './exit';
import { labProgram } from './program';

void exitWith(async () => {
  try {
    await labProgram().parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      throw error;
    }
    // Commander has said what is wrong, or shown the help that was asked for.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  }
});
