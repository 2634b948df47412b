import { Command } from 'commander';
import { addAnalysisCommands } from './analysis/commands';
import { addCanaryCommand } from './canary/command';
import { addDoctorCommand } from './doctor/command';
import { addDownCommand } from './down/command';
import { addDrillCommand } from './drill/command';
import { examples } from './examples';
import { version } from '../package.json';
import { addLoadCommand } from './load/command';
import { addOpenCommand } from './open/command';
import { addStatusCommand } from './status/command';
import { addUpCommand } from './up/command';
import { addVerifyCommand } from './verify/command';

/**
 * All commands of `lab`. What a command needs is imported when it runs: a rollback does not wait for the analysis, nor for
 * the CDKs. Wrong usage throws a CommanderError.
 */
export function labProgram(): Command {
  const program = new Command('lab')
    .description('reads and runs the mesh lab')
    .version(version, '--version', 'print the version')
    .option('--debug', 'show stack traces')
    .addHelpText(
      'after',
      examples({
        up: 'bring up everything',
        'status --watch': 'the view to keep open',
        'canary rollback': 'give everything back to the stable releases',
      }),
    );
  addAnalysisCommands(program);
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
  return program;
}

/** A command that is wrongly used throws instead of ending the process with 1. */
function overrideExit(command: Command): void {
  command.exitOverride();
  command.commands.forEach(overrideExit);
}
