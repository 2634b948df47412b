import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { routeName } from '../../cli/canary/route-object';
import { liveSplit } from '../../lib/canary/live-split';
import { Checkout } from './checkout';
import { restarted, rollOut, withEnv } from './deployments';
import { type Answers, Users } from './users';

/**
 * The whole of operating the lab, on a cluster with Istio that somebody has brought up: what is applied is verified,
 * promoted, broken and removed there. One test builds on the other.
 */

const rate = 50;
const drills = [
  'wrong-subset',
  'weights-miss-100',
  'no-canary-pods',
  'deny-all-without-allow',
  'plaintext-to-strict',
  'callee-out-of-scope',
];
const report: string[] = [];
const verified = z.looseObject({ held: z.number(), different: z.number(), notAsked: z.number() });
const rolledBack = z.looseObject({ milliseconds: z.number(), services: z.array(z.unknown()) });

let checkout: Checkout;
let gateway: string;

beforeAll(() => {
  checkout = new Checkout(process.env);
  gateway = checkout.gateway.host;
});

afterAll(() => {
  checkout.remove();
  process.stdout.write(`# What was seen on the cluster\n\n${report.join('\n')}\n`);
});

function note(what: string): void {
  report.push(`- ${what}`);
}

/** Runs a command that has to end well. */
async function run(...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await checkout.lab(...args).ended;
  expect({ args, exitCode, said: exitCode === 0 ? '' : `${stdout}${stderr}` }).toEqual({ args, exitCode: 0, said: '' });
  return stdout;
}

/** Users who are there before some work begins, and after it: none of their requests may fail, and none may change its lane. */
async function underLoad<T>(work: () => Promise<T>): Promise<{ answers: Answers; result: T }> {
  const users = new Users(checkout.gateway, 'frontend.localhost', rate);
  // A crowd that comes all at once meets empty pools, which is not what is asked here.
  await sleep(10_000);
  const begun = new Date().toISOString();
  let result: T;
  let answers: Answers;
  try {
    result = await work();
    await sleep(1_000);
  } finally {
    answers = await users.stop();
  }
  return { answers: { ...answers, failed: answers.failed.filter((one) => one > begun) }, result };
}

function expectUnharmed({ sent, failed, kinds }: Answers): void {
  expect(failed).toEqual([]);
  expect(sent).toBeGreaterThan(0);
  const ways = Object.keys(kinds).map((kind) => kind.replace(/^200 /, ''));
  expect(ways.filter((way) => new Set(way.split('>')).size > 1)).toEqual([]);
}

async function share(): Promise<unknown> {
  const { objects } = await checkout.cluster;
  return liveSplit(await objects.find(routeName({ name: 'frontend', namespace: 'frontend' })));
}

it('lab up applies everything, wave by wave', async () => {
  await run('up', '--only', 'render');
  note(`up: ${(await run('up', '--only', 'apply')).trim().split('\n').at(-1) ?? ''}`);
  expect((await checkout.lab('status', '--json').ended).exitCode).toBe(0);
});

it('lab verify finds no difference between the cluster and the proof', async () => {
  const text = await run('verify', '--json', '--gateway', gateway, ...checkout.probeImage);
  const { held, different, notAsked } = verified.parse(JSON.parse(text));
  expect(different).toBe(0);
  expect(held).toBeGreaterThan(30);
  note(`verify: ${held} rows held, ${different} different, ${notAsked} not asked`);
});

it('a good canary is promoted to 100 %, through a killed promoter, and nobody notices', async () => {
  const { answers } = await underLoad(async () => {
    const first = checkout.lab('canary', 'promote', 'frontend');
    await first.says(/the canary has 50 %/);
    await first.kill();
    expect(await share()).toBe(50);
    await run('canary', 'promote', 'frontend');
  });
  expectUnharmed(answers);
  expect(await share()).toBe(100);
  note(`promotion: ${answers.sent} requests, ${answers.failed.length} failed: ${JSON.stringify(answers.kinds)}`);
});

it('a rollback under load harms nobody, and is fast', async () => {
  const { answers, result } = await underLoad(async () => {
    await sleep(3_000);
    const pressed = Date.now();
    const text = await run('canary', 'rollback', '--json');
    return { pressed, accepted: Date.now(), ...rolledBack.parse(JSON.parse(text)) };
  });
  expectUnharmed(answers);
  expect(await share()).toBe(0);
  const process = result.accepted - result.pressed;
  const last = answers.lastCanary - result.pressed;
  note(`rollback: ${result.services.length} services in ${result.milliseconds} ms (${process} ms as a process)`);
  note(`last canary answer ${last} ms after the key press; ${answers.sent} requests, ${answers.failed.length} failed`);
});

it('a rolling restart harms nobody', async () => {
  const { answers } = await underLoad(async () => {
    const cluster = await checkout.cluster;
    await rollOut(cluster, 'stable', restarted);
  });
  expectUnharmed(answers);
  note(`rolling restart: ${answers.sent} requests, ${answers.failed.length} failed`);
});

it('a canary that fails every fifth request is rolled back by the gate', async () => {
  const cluster = await checkout.cluster;
  const errors = withEnv({ name: 'ERROR_RATE', value: '0.2' }, { name: 'ERROR_CODE', value: '500' });
  await rollOut(cluster, 'canary', errors);
  const { result } = await underLoad(() => checkout.lab('canary', 'promote', 'frontend').ended);
  expect(result.stdout).toMatch(/rolled back: /);
  expect(result.exitCode).toBe(1);
  expect(await share()).toBe(0);
  note(`bad canary: ${/rolled back: .*/.exec(result.stdout)?.[0] ?? ''}`);
  await rollOut(cluster, 'canary', (template) => ({
    ...template,
    spec: {
      ...template.spec,
      containers: template.spec.containers.map((one) => ({
        ...one,
        env: one.env.filter(({ name }) => !['ERROR_RATE', 'ERROR_CODE'].includes(String(name))),
      })),
    },
  }));
});

it('a share is set, for the drills to have something to break', async () => {
  await run('canary', 'set', 'frontend', '10');
  await run('up', '--only', 'render');
  expect(await share()).toBe(10);
});

it.each(drills)('the drill %s shows its symptom, and undoes itself', async (drill) => {
  await run('drill', drill, '--yes', '--gateway', gateway);
  note(`drill ${drill}: symptom seen`);
});

it('lab verify finds no difference after all that', async () => {
  await run('verify', '--quick', '--gateway', gateway, ...checkout.probeImage);
});

it('lab down removes what lab up applied', async () => {
  const text = await run('down', '--yes');
  const { objects } = await checkout.cluster;
  expect(await objects.list('apps/v1', 'Deployment', { namespace: 'frontend' })).toEqual([]);
  note(`down: ${text.trim().split('\n').at(-1) ?? ''}`);
});
