import { Agent, request } from 'node:http';
import { z } from 'zod';

/** What users got between two moments. */
export interface Answers {
  readonly sent: number;
  /** Answers by status and the releases on their way, such as `200 stable>stable>stable`. */
  readonly kinds: Readonly<Record<string, number>>;
  /** What was no answer of 200, with its moment. */
  readonly failed: readonly string[];
  /** When a canary answered last, in milliseconds since 1970; 0 if none did. */
  readonly lastCanary: number;
}

const page = z.looseObject({ name: z.string(), upstream_calls: z.record(z.string(), z.unknown()).optional() });

/** Users who ask the gateway for a host, so many times a second, until they are told to stop; ten minutes at most. */
export class Users {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 200 });
  private readonly begun = Date.now();
  private readonly pending = new Set<Promise<void>>();
  private readonly kinds: Record<string, number> = {};
  private readonly failed: string[] = [];
  private sent = 0;
  private lastCanary = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly gateway: URL,
    private readonly host: string,
    rate: number,
  ) {
    const most = rate * 600;
    this.timer = setInterval(() => {
      const due = Math.min(most, Math.floor(((Date.now() - this.begun) / 1_000) * rate));
      while (this.sent < due) {
        this.sent += 1;
        const asked = this.ask().finally(() => this.pending.delete(asked));
        this.pending.add(asked);
      }
    }, 10);
  }

  /** Waits for the last answers, and tells them all. */
  async stop(): Promise<Answers> {
    clearInterval(this.timer);
    await Promise.all(this.pending);
    this.agent.destroy();
    const { sent, kinds, failed, lastCanary } = this;
    return { sent, kinds, failed, lastCanary };
  }

  private ask(): Promise<void> {
    return new Promise((resolve) => {
      const note = (kind: string, isGood: boolean): void => {
        this.kinds[kind] = (this.kinds[kind] ?? 0) + 1;
        if (!isGood) {
          this.failed.push(`${new Date().toISOString()} ${kind}`);
        }
        resolve();
      };
      const { hostname, port } = this.gateway;
      const options = { host: hostname, port: port || 80, headers: { host: this.host }, agent: this.agent };
      const asked = request({ ...options, timeout: 20_000 }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.on('end', () => {
          const way = wayOf(text);
          this.lastCanary = way.includes('canary') ? Date.now() : this.lastCanary;
          note(`${answer.statusCode ?? 0} ${way.join('>')}`, answer.statusCode === 200);
        });
      });
      asked.on('timeout', () => asked.destroy(new Error('no answer within 20 s')));
      asked.on('error', (error) => {
        note(error.message, false);
      });
      asked.end();
    });
  }
}

/** The releases that a request went through, as the answer of the default image tells them. */
function wayOf(text: string): string[] {
  try {
    return releasesIn(JSON.parse(text));
  } catch {
    return [];
  }
}

function releasesIn(value: unknown): string[] {
  const { data } = page.safeParse(value);
  return data === undefined
    ? []
    : [data.name.replace(/^.*-/, ''), ...Object.values(data.upstream_calls ?? {}).flatMap(releasesIn)];
}
