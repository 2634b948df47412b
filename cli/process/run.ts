import { spawn } from 'node:child_process';

/** How a program ended, and what it said. */
export interface Ended {
  /** @default - a signal ended it, or it never started */
  readonly status?: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Why there is no result to speak of: it did not start, or was too slow. */
  readonly failure?: string;
}

/** What a program said, if it ended well; or the last of its complaints. */
export type Said = { readonly text: string } | { readonly failure: string };

/** How much of what a program says is kept, in bytes: more than any that is asked here says. */
const capacity = 16 * 1024 * 1024;

/**
 * Runs a program to its end, or for as long as it may take. Never rejects.
 * @param patience milliseconds; then it is killed
 */
export function run(command: string, args: readonly string[], patience: number): Promise<Ended> {
  return new Promise((resolve) => {
    // A process group of its own, so that what it starts ends with it.
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        said[name] = (said[name] + text).slice(0, capacity);
      });
    }
    const late = setTimeout(() => {
      killGroup(child.pid);
      resolve({ ...said, failure: `no answer within ${patience / 1000} s` });
    }, patience);
    child.on('error', (error) => {
      clearTimeout(late);
      resolve({ ...said, failure: error.message });
    });
    child.on('close', (status) => {
      clearTimeout(late);
      resolve({ ...said, ...(status === null ? {} : { status }) });
    });
  });
}

function killGroup(leader: number | undefined): void {
  try {
    process.kill(-(leader ?? NaN), 'SIGKILL');
  } catch {
    // It ended in the meantime.
  }
}

/** The same, for a program whose answer is what it prints. */
export async function ask(command: string, args: readonly string[], patience: number): Promise<Said> {
  const { status, stdout, stderr, failure } = await run(command, args, patience);
  if (failure !== undefined) {
    return { failure };
  }
  return status === 0
    ? { text: stdout }
    : { failure: stderr.trim().split('\n').at(-1) || `it ended with ${status ?? 'a signal'}` };
}
