import { CommanderError } from 'commander';
import { InputError } from '../lib/input/input-error';
import { fileProblem } from './file-error';
import { printError } from './print';

/**
 * Runs a command to its end and sets the exit code: 2 for wrong usage and for input that can't be used, 1 for
 * anything else that goes wrong. A stack trace helps only us, so it needs `--debug`.
 */
export async function exitWith(command: () => void | Promise<void>): Promise<void> {
  process.stdout.on('error', endQuietly);
  try {
    await command();
  } catch (thrown) {
    if (thrown instanceof CommanderError) {
      // Commander has said what is wrong, or shown the help that was asked for.
      process.exitCode = thrown.exitCode === 0 ? 0 : 2;
      return;
    }
    const error = asInputError(thrown);
    const isDebug = process.argv.includes('--debug');
    const message = error instanceof Error ? ((isDebug ? error.stack : undefined) ?? error.message) : String(error);
    printError(message);
    process.exitCode = error instanceof InputError ? 2 : 1;
  }
}

/** What a user can do about a file is a problem of input, wherever it comes up. */
function asInputError(error: unknown): unknown {
  const problem = fileProblem(error);
  return problem === undefined ? error : new InputError([problem]);
}

/** A reader who has seen enough, as `head` has, is no error. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') {
    throw error;
  }
}
