import { afterEach, expect, test, vi } from 'vitest';
import { askBackend } from '../server/backend';

afterEach(() => {
  vi.unstubAllGlobals();
});

function ask() {
  return askBackend('http://backend:8080', { path: '/' }, new Request('http://frontend/')).then(([, answer]) => answer);
}

function backendSays(text: string, status: number): void {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(text, { status })));
}

test('the status counts, whatever the answer says', async () => {
  backendSays('{"name":"backend-stable","code":200}', 422);
  expect(await ask()).toEqual({ name: 'backend-stable', code: 422 });
});

test.each(['upstream connect error', '', 'null', '{"code":200}', '[]'])(
  'a proxy that says %o is no tier',
  async (text) => {
    backendSays(text, 503);
    expect(await ask()).toEqual({ code: 503, error: 'answered 503, and no call tree' });
  },
);

test.each([
  [new DOMException('late', 'TimeoutError'), { code: 504, error: 'no answer in time' }],
  [
    new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') }),
    { code: 502, error: 'connect ECONNREFUSED' },
  ],
  [new TypeError('fetch failed'), { code: 502, error: 'fetch failed' }],
])('%o', async (error, answer) => {
  vi.stubGlobal('fetch', () => Promise.reject(error));
  expect(await ask()).toEqual(answer);
});
