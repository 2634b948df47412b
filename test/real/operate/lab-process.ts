import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../parts/root';
import { until } from '../parts/until';

/** How a command ended. */
export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The `lab` command as a process of its own. */
export class LabProcess {
  readonly ended: Promise<Ended>;
  private readonly child: ChildProcess;
  private stdout = '';
  private stderr = '';

  constructor(cwd: string, ...args: readonly string[]) {
    this.child = spawn(process.execPath, [join(root, 'bin', 'lab.cjs'), ...args], {
      cwd,
      env: { ...process.env, LAB_SETTINGS: 'settings.yaml', LAB_TRAFFIC: 'traffic.yaml' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.ended = new Promise((resolve) => {
      this.child.on('close', (exitCode) => {
        resolve({ exitCode, stdout: this.stdout, stderr: this.stderr });
      });
    });
  }

  /** Everything that it has said. */
  get said(): string {
    return `${this.stdout}${this.stderr}`;
  }

  /** Waits until it has said something. @throws Error if it ends without */
  async says(pattern: RegExp): Promise<void> {
    const isRunning = (): boolean => this.child.exitCode === null && this.child.signalCode === null;
    await until(`the command says ${String(pattern)}`, () => Promise.resolve(pattern.test(this.said) || !isRunning()));
    await (isRunning() ? undefined : this.ended);
    if (!pattern.test(this.said)) {
      throw new Error(`the command has ended, and has not said ${String(pattern)}:\n${this.said}`);
    }
  }

  /** Tells it to end, as Ctrl-C does. */
  interrupt(): void {
    this.child.kill('SIGINT');
  }

  /** Ends it without a word: it can't clean up. */
  async kill(): Promise<Ended> {
    this.child.kill('SIGKILL');
    return await this.ended;
  }
}
