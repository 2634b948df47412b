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

  /** Waits until it has said something. */
  async says(pattern: RegExp): Promise<void> {
    await until(`the command says ${String(pattern)}; it has said:\n${this.said}`, () =>
      Promise.resolve(pattern.test(this.said)),
    );
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
