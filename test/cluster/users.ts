import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';

const answers = z.object({
  sent: z.number(),
  /** Answers by status and the releases on their way, such as `200 stable>stable>stable`. */
  kinds: z.record(z.string(), z.number()),
  /** What was no answer of 200, with its moment. */
  failed: z.array(z.string()),
  /** When a canary answered last, in milliseconds since 1970; 0 if none did. */
  lastCanary: z.number(),
});

/** What users got between two moments. */
export type Answers = z.output<typeof answers>;

/** Users who ask the gateway for a host, so many times a second, until they are told to stop; ten minutes at most. */
export class Users {
  private readonly child: ChildProcess;
  private readonly said: Promise<string>;

  constructor(gateway: URL, host: string, rate: number) {
    const loader = pathToFileURL(require.resolve('tsx')).href;
    const program = ['--import', loader, join(__dirname, 'crowd.ts'), gateway.href, host, String(rate)];
    this.child = spawn(process.execPath, program, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.said = new Promise((resolve) => {
      let text = '';
      this.child.stdout?.setEncoding('utf8').on('data', (part: string) => (text += part));
      this.child.on('close', () => {
        resolve(text);
      });
    });
  }

  /** Waits for the last answers, and tells them all. */
  async stop(): Promise<Answers> {
    this.child.stdin?.end();
    return answers.parse(JSON.parse(await this.said));
  }
}
