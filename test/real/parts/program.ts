import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from './until';

/**
 * Becomes the program, and leaves a guard that waits at a pipe from this Node process. A line says that the program has
 * ended; end-of-file without one says that Node is gone, and then the guard ends the program and its children. Either way
 * it removes the folder. Exit handlers cannot do this: a test's `process` is a copy that never emits, and no handler
 * survives SIGKILL.
 */
const guarded = `
  folder=$1; shift
  (trap '' TERM; read -r ended <&3 || { kill -s TERM -- -$$; sleep 3; kill -s KILL $$; }; rm -rf "$folder") 2>/dev/null &
  exec "$@" 3<&-`;

const stopSeconds = 15;

interface Surroundings {
  /** What the program finds in its folder: contents by file name. */
  readonly files?: Readonly<Record<string, string>>;
  /** The folder that gets the program's folder. */
  readonly under?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** A running program, in a new folder of its own. Neither outlives `stop`, nor this Node process however that ends. */
export class Program {
  readonly folder: string;
  readonly #child: ChildProcess;
  readonly #closed: Promise<unknown>;
  #log = '';

  constructor(
    readonly name: string,
    command: readonly string[],
    { files = {}, under = tmpdir(), env = process.env }: Surroundings = {},
  ) {
    this.folder = mkdtempSync(join(under, `mesh-lab-${name}-`));
    for (const [file, content] of Object.entries(files)) {
      writeFileSync(join(this.folder, file), content);
    }
    this.#child = spawn('/bin/sh', ['-c', guarded, name, this.folder, ...command], {
      cwd: this.folder,
      env,
      // A process group of its own: the guard can signal all of it, and Ctrl-C does not signal the guard.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    for (const output of [this.#child.stdout, this.#child.stderr]) {
      output?.setEncoding('utf8').on('data', (text: string) => (this.#log = (this.#log + text).slice(-100_000)));
    }
    // The guard holds the output pipes too, so this event also says that the folder is gone.
    this.#closed = once(this.#child, 'close');
  }

  /** Waits for the program to end by itself. @returns its exit code, or null if a signal ended it */
  async ended(): Promise<number | null> {
    if (this.#running) {
      await once(this.#child, 'exit');
    }
    return this.#child.exitCode;
  }

  /** The same for a program that has to succeed. */
  async success(): Promise<void> {
    if ((await this.ended()) !== 0) {
      throw await this.#failure('failed');
    }
  }

  /** Waits until `probe` says yes. */
  async ready(probe: () => Promise<boolean>): Promise<void> {
    const settled = async (): Promise<boolean> => !this.#running || (await probe().catch(() => false));
    await until(`${this.name} becomes ready`, settled).catch(async () => {
      throw await this.#failure('did not become ready');
    });
    if (!this.#running) {
      throw await this.#failure('ended before it was ready');
    }
  }

  async stop(): Promise<void> {
    if (this.#running) {
      const exit = once(this.#child, 'exit');
      this.#child.kill('SIGTERM');
      await Promise.race([exit, sleep(stopSeconds * 1000, undefined, { ref: false })]);
      this.#child.kill('SIGKILL');
      await exit;
    }
    const [, , , guard] = this.#child.stdio;
    if (guard instanceof Writable && guard.writable) {
      guard.end('ended\n');
    }
    await this.#closed;
  }

  get #running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** A program that failed is of no more use than its last lines, and those are complete once it is stopped. */
  async #failure(how: string): Promise<Error> {
    await this.stop();
    const lastLines = this.#log.trimEnd().split('\n').slice(-20).join('\n');
    return new Error(`${this.name} ${how}. Its last lines:\n${lastLines}`);
  }
}
