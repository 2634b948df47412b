/** The `lab` command: `npm run lab -- --help`. */
import './interpreted-schemas';
import { exitWith } from './exit';
import { labProgram } from './program';

void exitWith(async () => {
  await labProgram().parseAsync();
});
