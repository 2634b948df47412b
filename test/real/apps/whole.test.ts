import { request } from 'undici';
import * as z from 'zod';
import { Application, drawn, form } from './application';

const Result = z.object({ digit: z.number(), material: z.string(), action: z.string(), model: z.string() });
const Answer = z.object({
  name: z.string(),
  code: z.number(),
  error: z.string().optional(),
  result: Result.optional(),
});

let stable: Application;
let canary: Application;

beforeAll(async () => {
  stable = await Application.start();
  canary = await Application.start({ release: 'canary' });
});

afterAll(async () => {
  await stable.stop();
  await canary.stop();
});

async function analyze(application: Application, sent: { body: Buffer; headers?: Record<string, string> }) {
  const response = await request(`${application.url()}/api/analyze`, { method: 'POST', ...sent });
  return {
    status: response.statusCode,
    path: response.headers['x-served-by'],
    answer: Answer.parse(await response.body.json()),
  };
}

test.each([
  [1, 'PET', 'recycle'],
  [2, 'HDPE', 'reuse'],
  [3, 'PVC', 'resell'],
  [4, 'LDPE', 'recycle'],
  [5, 'PP', 'reuse'],
  [6, 'PS', 'reuse'],
  [7, 'OTHER', 'resell'],
])('a drawn %i is %s: %s', async (digit, material, action) => {
  const picture = drawn(digit);
  expect((await analyze(stable, { body: picture })).answer.result).toMatchObject({ digit, material, action });
  expect((await analyze(canary, form(picture))).answer.result).toMatchObject({ digit, material, action });
});

test('an answer names the releases and the model that made it', async () => {
  const [one, other] = [await analyze(stable, form(drawn(1))), await analyze(canary, form(drawn(1)))];
  expect(one).toMatchObject({
    path: 'frontend-stable, backend-stable, ml-stable',
    answer: { result: { model: 'logistic-regression' } },
  });
  expect(other).toMatchObject({
    path: 'frontend-canary, backend-canary, ml-canary',
    answer: { result: { model: 'neural-network' } },
  });
});

test('who asks for no page gets the call tree, and who asks for one a page', async () => {
  const tree = await request(stable.url());
  expect(await tree.body.json()).toEqual({
    name: 'frontend-stable',
    code: 200,
    upstream_calls: {
      [`${stable.url('backend')}/`]: {
        name: 'backend-stable',
        code: 200,
        upstream_calls: { [`${stable.url('ml')}/`]: { name: 'ml-stable', code: 200 } },
      },
    },
  });
  const page = await request(stable.url(), { headers: { accept: 'text/html,*/*' } });
  expect(page.headers).toMatchObject({ 'x-served-by': 'frontend-stable' });
  expect(page.headers['content-type']).toContain('text/html');
});

test('the upload works without JavaScript', async () => {
  const posted = await request(`${canary.url()}/upload`, { method: 'POST', ...form(drawn(5)) });
  expect(posted).toMatchObject({ statusCode: 303, headers: { location: '/#result' } });
  const cookie = String(posted.headers['set-cookie']).split(';')[0] ?? '';
  const page = await request(canary.url(), { headers: { accept: 'text/html', cookie } });
  const text = await page.body.text();
  expect(text).toContain('<strong>reuse</strong>');
  expect(text).toContain('<li class="canary">ml-canary</li>');
});

test('pages of both releases find their scripts at either', async () => {
  const scripts = await Promise.all(
    [stable, canary].map(async (application) => {
      const { body } = await request(application.url(), { headers: { accept: 'text/html' } });
      return [...(await body.text()).matchAll(/\/_next\/static\/[^"\\]+/g)].map(([found]) => found);
    }),
  );
  const found = [...new Set(scripts.flat())];
  expect(found.length).toBeGreaterThan(2);
  for (const path of found) {
    expect([path, (await request(`${stable.url()}${path}`)).statusCode]).toEqual([path, 200]);
  }
});

const wrong: [string, Buffer, number, RegExp][] = [
  ['no file', Buffer.alloc(0), 400, /no image/],
  ['2 MiB', Buffer.alloc(2 << 20), 413, /1 MiB/],
  ['a text that is named .png', Buffer.from('a text'), 415, /no PNG/],
  ['a truncated PNG', drawn(3).subarray(0, 300), 400, /not complete/],
];

test.each(wrong)('%s is refused', async (_, content, status, says) => {
  for (const sent of [{ body: content }, form(content)]) {
    const { status: got, answer } = await analyze(stable, sent);
    expect([got, answer.code]).toEqual([status, status]);
    expect(answer.error).toMatch(says);
  }
});

test('other methods are refused', async () => {
  const { statusCode, headers } = await request(`${stable.url()}/api/analyze`, { method: 'DELETE' });
  expect([statusCode, headers['allow']]).toEqual([405, 'POST']);
});

test('of 500 mixed requests none fails', async () => {
  const good = [1, 2, 3, 4, 5, 6, 7].map(drawn);
  const seen = new Map<number, number>();
  const ask = async (at: number): Promise<void> => {
    const application = at % 2 === 0 ? stable : canary;
    const body = at % 5 === 0 ? wrong[(at / 5) % wrong.length]?.[1] : good[at % good.length];
    const { status } = await analyze(application, { body: body ?? Buffer.alloc(0) });
    seen.set(status, (seen.get(status) ?? 0) + 1);
  };
  const all = Array.from({ length: 500 }, (_, at) => at);
  // Ten users, each one question after the other.
  await Promise.all(
    Array.from({ length: 10 }, async (_, user) => {
      for (const at of all.filter((each) => each % 10 === user)) {
        await ask(at);
      }
    }),
  );
  expect(Object.fromEntries(seen)).toEqual({ 200: 400, 400: 50, 413: 25, 415: 25 });
});
