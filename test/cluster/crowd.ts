/**
 * Users of the lab, as a program of their own: whoever tests is busy now and then, and would send in bursts. Asks a gateway
 * for a host, so many times a second, until the standard input ends, and ten minutes at most; then prints what it got.
 */
import { Agent, request } from 'node:http';
import * as z from 'zod';

const [gateway = '', host = '', rate = '0'] = process.argv.slice(2);
const { hostname, port } = new URL(gateway);
const most = Number(rate) * 600;
/** A program that was held up goes on at its pace. */
const mostAtOnce = 3;

const agent = new Agent({ keepAlive: true, maxSockets: 200 });
const pending = new Set<Promise<void>>();
const kinds: Record<string, number> = {};
const failed: string[] = [];
const begun = Date.now();
let sent = 0;
let skipped = 0;
let lastCanary = 0;

const timer = setInterval(() => {
  const due = Math.min(most, Math.floor(((Date.now() - begun) / 1_000) * Number(rate))) - skipped;
  skipped += Math.max(0, due - sent - mostAtOnce);
  for (let left = Math.min(mostAtOnce, due - sent); left > 0; left -= 1) {
    sent += 1;
    const asked = ask().finally(() => pending.delete(asked));
    pending.add(asked);
  }
}, 10);

process.stdin.resume().on('end', () => {
  clearInterval(timer);
  void Promise.all(pending).then(() => {
    agent.destroy();
    process.stdout.write(JSON.stringify({ sent, kinds, failed, lastCanary }));
  });
});

function ask(): Promise<void> {
  return new Promise((resolve) => {
    const note = (kind: string, isGood: boolean): void => {
      kinds[kind] = (kinds[kind] ?? 0) + 1;
      if (!isGood) {
        failed.push(`${new Date().toISOString()} ${kind}`);
      }
      resolve();
    };
    const asked = request({ host: hostname, port: port || 80, headers: { host }, agent, timeout: 20_000 }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => {
        const way = wayOf(text);
        lastCanary = way.includes('canary') ? Date.now() : lastCanary;
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

/** The releases that a request went through, as the answer of the default image tells them. */
function wayOf(text: string): string[] {
  try {
    return releasesIn(JSON.parse(text));
  } catch {
    return [];
  }
}

function releasesIn(value: unknown): string[] {
  const page = z.looseObject({ name: z.string(), upstream_calls: z.record(z.string(), z.unknown()).optional() });
  const { data } = page.safeParse(value);
  return data === undefined
    ? []
    : [data.name.replace(/^.*-/, ''), ...Object.values(data.upstream_calls ?? {}).flatMap(releasesIn)];
}
