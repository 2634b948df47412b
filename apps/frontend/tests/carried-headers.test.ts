import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { askBackend } from '../server/backend';
import { carriedHeaders, traceId } from '../server/carried-headers';

test.each(['/', '/api/analyze'] as const)('headers go out to %s as they came in, and no others', async (path) => {
  const got: Record<string, unknown>[] = [];
  const server = createServer(({ headers }, response) => {
    got.push(headers);
    response.end('{"name":"backend-canary","code":200}');
  }).listen(0, '127.0.0.1');
  const { port } = await new Promise<AddressInfo>((resolve) =>
    server.on('listening', () => {
      resolve(server.address() as AddressInfo);
    }),
  );
  const values = Object.fromEntries(carriedHeaders.map((name) => [name, `value of ${name}`]));
  const came = new Request('http://frontend.localhost/', {
    headers: { ...values, authorization: 'of nobody else', 'x-other': 'neither' },
  });
  const [address, answer] = await askBackend(
    `http://127.0.0.1:${String(port)}`,
    { path, ...(path === '/api/analyze' && { image: new Uint8Array([1]) }) },
    came,
  );
  server.close();
  expect(answer).toEqual({ name: 'backend-canary', code: 200 });
  expect(address).toBe(`http://127.0.0.1:${String(port)}${path}`);
  expect(got).toHaveLength(1);
  expect(got[0]).toMatchObject(values);
  expect(got[0]).not.toHaveProperty('authorization');
  expect(got[0]).not.toHaveProperty('x-other');
});

test.each([
  { traceparent: '00-abc-def-01', 'x-b3-traceid': 'other' },
  { traceparent: 'broken', 'x-b3-traceid': 'abc' },
  { b3: 'abc-def-1' },
])('the trace id of %o', (headers: Record<string, string>) => {
  expect(traceId(new Headers(headers))).toBe('abc');
});

test('no header, no trace id', () => {
  expect(traceId(new Headers())).toBe('');
});
