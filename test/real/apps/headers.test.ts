import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { request } from 'undici';
import { freePort } from '../parts/port';
import { Application, drawn } from './application';

const carried = {
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  tracestate: 'vendor=1,other=2',
  baggage: 'user=7',
  b3: '0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1',
  'x-b3-traceid': '0af7651916cd43dd8448eb211c80319c',
  'x-b3-spanid': 'b7ad6b7169203331',
  'x-b3-parentspanid': 'b7ad6b7169203332',
  'x-b3-sampled': '1',
  'x-b3-flags': '1',
  'x-request-id': '8d6a1e0e-0000-4000-8000-000000000000',
  'x-canary': 'true',
};

test('what leads a request and its trace goes through frontend and backend as it came', async () => {
  const got: IncomingHttpHeaders[] = [];
  const ml = createServer((incoming, response) => {
    got.push(incoming.headers);
    incoming.resume().on('end', () => response.end('{"name":"ml-stable","code":200,"result":{"digit":1}}'));
  }).listen(await freePort(), '127.0.0.1');
  await once(ml, 'listening');
  const address = ml.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const application = await Application.start({ callees: { backend: `http://127.0.0.1:${port}` } });
  try {
    const headers = { ...carried, authorization: 'of nobody else', cookie: 'neither' };
    await request(application.url(), { headers });
    await request(`${application.url()}/api/analyze`, { method: 'POST', headers, body: drawn(1) });
  } finally {
    await application.stop();
    ml.closeAllConnections();
    ml.close();
  }
  expect(got).toHaveLength(2);
  for (const headers of got) {
    expect(headers).toMatchObject(carried);
    expect(Object.keys(headers)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(authorization|cookie)$/)]),
    );
  }
});
