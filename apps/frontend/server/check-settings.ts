import { readSettings } from './settings';

/** An environment that is wrong ends the process before its first request. */
export function checkSettings(): void {
  try {
    readSettings(process.env);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(2);
  }
}
