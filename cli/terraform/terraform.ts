import { spawn, type SpawnOptions } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ended, run } from '../process/run';
import type { Tell } from '../up/view';
import { changesOf, deletedIn, errorsIn, lastError, progressOf, readMessages } from './messages';

/** How Terraform is run. */
export interface Tool {
  /** `terraform`, `tofu`, or the path of one. */
  readonly binary: string;
  /** Folder with a folder of JSON for each stack. */
  readonly stacks: string;
  /** The file that gets all of its output. */
  readonly log: string;
  /** Asks it to end: it writes its state first, and is waited for. */
  readonly stop: AbortSignal;
}

/** What a plan would do. */
export interface PlannedChanges {
  readonly file: string;
  readonly changesNothing: boolean;
  /** Addresses of resources that are deleted, be it to make them anew. */
  readonly deleted: readonly string[];
}

/** Milliseconds that Terraform has to list or drop what is in a state, which changes nothing else. */
const patience = 120_000;

/** How long to wait for another Terraform, perhaps one that an earlier run has left behind. */
const lock = '-lock-timeout=5m';

const base = ['-input=false', '-json', lock] as const;

/**
 * Terraform in the folder of one stack. It prints no plan: what it says as JSON has no values of attributes, among which
 * are keys.
 */
export class Terraform {
  constructor(
    private readonly tool: Tool,
    readonly stack: string,
  ) {}

  /** Makes the folder ready: providers and state. To be called before anything else. */
  async init(tell: Tell): Promise<void> {
    await this.finish(['init', '-input=false', '-no-color'], tell);
  }

  /** What applying would do. @param file gets the plan; it holds secrets */
  async plan(file: string, tell: Tell): Promise<PlannedChanges> {
    const args = ['plan', ...base, '-detailed-exitcode', `-out=${file}`];
    const { status, text } = await this.finish(args, tell, [0, 2]);
    return { file, changesNothing: status === 0, deleted: deletedIn(readMessages(text)) };
  }

  /** Applies a plan, or whatever there is to change. @returns what it did, in one line */
  async apply(tell: Tell, plan?: PlannedChanges): Promise<string> {
    const { text } = await this.finish(
      ['apply', ...base, ...(plan === undefined ? ['-auto-approve'] : [plan.file])],
      tell,
    );
    return changesOf(readMessages(text));
  }

  /**
   * Removes everything that is in the state.
   * @param refresh whether to look first at what is there: a provider fails on what is half gone
   * @returns what it did, in one line
   */
  async destroy(tell: Tell, { refresh = true }: { readonly refresh?: boolean } = {}): Promise<string> {
    const { text } = await this.finish(['destroy', ...base, '-auto-approve', `-refresh=${refresh}`], tell);
    return changesOf(readMessages(text));
  }

  /** The addresses in the state; none for a stack that was never applied. */
  async addresses(): Promise<string[]> {
    const { status, stdout, stderr, failure } = await this.askState(['list']);
    if (status !== 0 && !/No state file was found/.test(stderr)) {
      throw new Error(
        `${this.tool.binary} does not say what is in the state of ${this.stack}: ${failure ?? lastError(stderr)}`,
      );
    }
    return stdout.split('\n').filter((line) => line !== '');
  }

  /** Forgets resources that are gone. */
  async forget(addresses: readonly string[]): Promise<void> {
    if (addresses.length === 0) {
      return;
    }
    const { status, stderr, failure } = await this.askState(['rm', lock, ...addresses]);
    if (status !== 0) {
      throw new Error(`${this.tool.binary} could not drop the state of ${this.stack}: ${failure ?? lastError(stderr)}`);
    }
  }

  private askState(args: readonly string[]): Promise<Ended> {
    return run(this.tool.binary, [this.chdir, 'state', ...args], patience);
  }

  private get chdir(): string {
    return `-chdir=${join(this.tool.stacks, this.stack)}`;
  }

  /** @throws Interrupted if it was stopped, Error with all that it complains about */
  private async finish(args: readonly string[], tell: Tell, fine: readonly number[] = [0]) {
    const { binary, log, stop } = this.tool;
    stop.throwIfAborted();
    const start = logLength(log);
    const said = (): string => readFileSync(log).subarray(start).toString('utf8');
    const told = setInterval(() => {
      const news = progressOf(readMessages(said()));
      if (news !== undefined) {
        tell(news);
      }
    }, 500);
    try {
      const status = await runToItsEnd(binary, [this.chdir, ...args], log, stop);
      const text = said();
      stop.throwIfAborted();
      if (status === undefined || !fine.includes(status)) {
        throw new Error(failureText(binary, this.stack, args[0] ?? '', text, log));
      }
      return { status, text };
    } finally {
      clearInterval(told);
    }
  }
}

/**
 * Runs Terraform with its output in a file: it goes on and writes its state even if this process is killed. In a process
 * group of its own it does not hear Ctrl-C: one interrupt makes it end well, and a second would make it drop its state.
 */
async function runToItsEnd(
  binary: string,
  args: readonly string[],
  log: string,
  stop: AbortSignal,
): Promise<number | undefined> {
  const file = openSync(log, 'a', 0o600);
  const environment = { ...process.env, TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1' };
  const options: SpawnOptions = { stdio: ['ignore', file, file], detached: true, env: environment };
  try {
    return await new Promise((resolve, reject) => {
      const child = spawn(binary, args, options);
      const interrupt = (): void => void child.kill('SIGINT');
      stop.addEventListener('abort', interrupt, { once: true });
      child.on('error', (error) => {
        reject(new Error(`${binary} did not start: ${error.message}`));
      });
      child.on('close', (status) => {
        stop.removeEventListener('abort', interrupt);
        resolve(status ?? undefined);
      });
    });
  } finally {
    closeSync(file);
  }
}

function failureText(binary: string, stack: string, verb: string, text: string, log: string): string {
  const errors = errorsIn(readMessages(text));
  const causes = errors.length > 0 ? errors : [lastError(text)];
  return [`${binary} ${verb} of the stack ${stack} failed:`, ...causes, `All it said: ${log}`].join('\n');
}

function logLength(log: string): number {
  try {
    return readFileSync(log).length;
  } catch {
    return 0;
  }
}
