import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => {
  vi.resetModules();
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

async function tree(environment: Record<string, string>, backend: { code: number; text: string }) {
  for (const [name, value] of Object.entries({ NAME: 'frontend-canary', ...environment })) {
    vi.stubEnv(name, value);
  }
  const fetched = vi.fn(() => Promise.resolve(new Response(backend.text, { status: backend.code })));
  vi.stubGlobal('fetch', fetched);
  const { callTree, response } = await import('../server/tier');
  const ask = async () => response(await callTree(new Request('http://frontend/', { headers: { b3: 'abc-1' } })));
  return { ask, fetched };
}

const fine = {
  code: 200,
  text: '{"name":"backend-canary","code":200,"upstream_calls":{"m":{"name":"ml-stable","code":200}}}',
};

test('an answer names all releases that made it, as header and as tree', async () => {
  const { ask } = await tree({}, fine);
  const answer = await ask();
  expect(answer.status).toBe(200);
  expect(answer.headers.get('x-served-by')).toBe('frontend-canary, backend-canary, ml-stable');
  expect(await answer.json()).toMatchObject({
    name: 'frontend-canary',
    upstream_calls: { 'http://127.0.0.1:8080/': { name: 'backend-canary' } },
  });
});

test.each([
  [500, 502],
  [503, 502],
  [504, 504],
  [422, 422],
])('what the backend answers with %i is a %i', async (code, expected) => {
  const { ask } = await tree({}, { code, text: '{"name":"backend-stable","code":1,"error":"why"}' });
  const answer = await ask();
  expect(answer.status).toBe(expected);
  expect(await answer.json()).toMatchObject({ code: expected, error: 'why' });
});

test('a release that is bad on purpose fails evenly, and asks nobody then', async () => {
  const { ask, fetched } = await tree({ ERROR_RATE: '0.1', ERROR_CODE: '503' }, fine);
  const codes: number[] = [];
  for (let request = 1; request <= 20; request += 1) {
    codes.push((await ask()).status);
  }
  expect(codes.flatMap((code, at) => (code === 503 ? [at + 1] : []))).toEqual([10, 20]);
  expect(fetched).toHaveBeenCalledTimes(18);
});

test('the log has one line of JSON for each request, with its trace', async () => {
  const { ask } = await tree({}, fine);
  await ask();
  const [[line]] = vi.mocked(process.stdout.write).mock.calls as [[string]];
  expect(JSON.parse(line)).toMatchObject({
    trace_id: 'abc',
    status: 200,
    served_by: expect.stringContaining('ml-stable') as string,
  });
});
