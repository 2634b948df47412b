import { measure } from '../../../cli/metrics/prometheus';
import { judge } from '../../../lib/canary/gate';
import { limits } from '../../canary/readings';
import { frontendCanary } from '../../canary/candidates';
import { freePort, serve } from '../loopback';
import { selfSigned } from '../self-signed';
import { type Answering, json, now, prometheus, succeed, well } from './stand-in';

const timeout = 20 * 60_000;
const source = (port: number) => ({ url: `http://127.0.0.1:${port}`, timeout });

/** What is measured of a Prometheus that is well, but for the answers to some queries. */
async function measureWith(answering: Answering) {
  const port = await serve(prometheus(answering));
  return measure(source(port), frontendCanary, '2m');
}

/** Answers one of the queries in another way. */
const spoilt =
  (start: string, answering: Answering): Answering =>
  (query, response, asked) => {
    (query.startsWith(start) ? answering : well)(query, response, asked);
  };

describe('a measurement', () => {
  it('asks everything for one time, which is that of Prometheus', async () => {
    const times: (string | null)[] = [];
    const measurement = await measureWith((query, response, asked) => {
      times.push(asked.get('time'));
      well(query, response, asked);
    });
    expect(measurement).toMatchObject({ kind: 'measured', at: now, window: '120s' });
    expect(times).toEqual([null, ...Array.from({ length: 5 }, () => String(now))]);
    expect(judge(measurement, limits).verdict).toBe('PASS');
  });

  it('is of the time that is asked for', async () => {
    const port = await serve(prometheus(well));
    expect(await measure(source(port), frontendCanary, '1500ms', now - 15)).toMatchObject({
      at: now - 15,
      window: '2s',
    });
  });

  it('reaches a host of this machine at 127.0.0.1, and asks a gateway for another host', async () => {
    const hosts = new Set<string | undefined>();
    const listener = prometheus(well);
    const port = await serve((request, response) => {
      hosts.add(request.headers.host);
      listener(request, response);
    });
    const byName = await measure({ url: `http://prometheus.localhost:${port}`, timeout }, frontendCanary, '2m');
    const byHost = await measure({ ...source(port), host: 'prometheus.example' }, frontendCanary, '2m');
    expect([byName.kind, byHost.kind]).toEqual(['measured', 'measured']);
    expect([...hosts]).toEqual([`prometheus.localhost:${port}`, 'prometheus.example']);
  });

  it("takes the lab's own certificate on this machine, and no such one elsewhere", async () => {
    const port = await serve(prometheus(well), selfSigned('prometheus.localhost'));
    const here = await measure({ url: `https://prometheus.localhost:${port}`, timeout }, frontendCanary, '2m');
    expect(here.kind).toBe('measured');
    const elsewhere = await measure({ url: `https://127.0.0.1:${port}`, timeout }, frontendCanary, '2m');
    expect(elsewhere).toMatchObject({ kind: 'unmeasured', faults: [{ kind: 'unreachable' }] });
  });

  it('keeps a path before that of Prometheus', async () => {
    const paths = new Set<string | undefined>();
    const port = await serve((request, response) => {
      paths.add(request.url?.split('?')[0]);
      response.writeHead(404).end();
    });
    await measure({ url: `http://127.0.0.1:${port}/prom`, timeout }, frontendCanary, '2m');
    expect([...paths]).toEqual(['/prom/api/v1/query']);
  });
});

const queries = [
  'time()',
  'up{',
  'istio_requests_total{',
  'histogram_quantile(0.5,',
  'histogram_quantile(0.95,',
  'histogram_quantile(0.99,',
];

describe.each(queries)('a measurement whose query %s', (start) => {
  const fault = async (answering: Answering) => {
    const measurement = await measureWith(spoilt(start, answering));
    expect(judge(measurement, limits).verdict).toBe('ERROR');
    return measurement.kind === 'unmeasured' ? measurement.faults : [];
  };

  it('is refused is an error', async () => {
    const refuse: Answering = (_, response) => {
      json(
        response,
        { status: 'error', errorType: 'execution', error: 'query processing would load too many samples' },
        422,
      );
    };
    expect(await fault(refuse)).toEqual([
      { kind: 'http', status: 422, because: 'query processing would load too many samples' },
    ]);
  });

  it('is answered by a gateway is an error', async () => {
    expect(await fault((_, response) => response.writeHead(503).end('no healthy upstream'))).toEqual([
      { kind: 'http', status: 503, because: '' },
    ]);
  });

  it('is answered with a page is an error', async () => {
    expect(await fault((_, response) => response.end('<html>Log in</html>'))).toEqual([
      { kind: 'malformed', because: 'an answer that begins with "<html>Log in</html>"' },
    ]);
  });

  it('is answered with a warning is an error, although there are numbers', async () => {
    const warned: Answering = (_, response) => {
      succeed(response, { resultType: 'vector', result: [] }, { warnings: ['one store did not answer'] });
    };
    expect(await fault(warned)).toEqual([{ kind: 'partial', warnings: ['one store did not answer'] }]);
  });

  it('is answered with an error and the status 200 is an error', async () => {
    expect(
      await fault((_, response) => {
        json(response, { status: 'error', error: 'timed out' });
      }),
    ).toEqual([{ kind: 'malformed', because: 'timed out' }]);
  });

  it('is cut off is an error', async () => {
    const cut: Answering = (_, response) => {
      response.writeHead(200, { 'content-length': 1_000 }).write('{"status":"success",', () => response.destroy());
    };
    expect(await fault(cut)).toEqual([{ kind: 'unreachable', because: 'aborted' }]);
  });

  it('has numbers of another form is an error', async () => {
    const strange: Answering = (_, response) => {
      succeed(response, { resultType: 'vector', result: [{ metric: {}, value: [now, 5] }] });
    };
    expect(await fault(strange)).toMatchObject([{ kind: 'malformed' }]);
  });
});

describe('a measurement ends', () => {
  it('when nobody listens', async () => {
    const port = await freePort();
    const because = `connect ECONNREFUSED 127.0.0.1:${port}`;
    expect(await measure(source(port), frontendCanary, '2m')).toEqual({
      kind: 'unmeasured',
      faults: [{ kind: 'unreachable', because }],
    });
  });

  it.each([
    ['before it answers', () => undefined],
    ['in the middle of its answer', (_: string, response: Parameters<Answering>[1]) => void response.write('{')],
  ])('when Prometheus falls silent %s', async (_, silence: Answering) => {
    const port = await serve(prometheus(silence));
    expect(await measure({ ...source(port), timeout: 200 }, frontendCanary, '2m')).toEqual({
      kind: 'unmeasured',
      faults: [{ kind: 'timeout', after: 200 }],
    });
  });

  it('when some answers come and others do not', async () => {
    const port = await serve(prometheus(spoilt('histogram_quantile', () => undefined)));
    // The answers that come need their time on a busy machine, so the wait is longer.
    const measurement = await measure({ ...source(port), timeout: 2_000 }, frontendCanary, '2m');
    expect(measurement).toEqual({ kind: 'unmeasured', faults: [{ kind: 'timeout', after: 2_000 }] });
  });

  it.each(['no address', 'ftp://127.0.0.1', 'http://'])('when the address is %s', async (url) => {
    expect(await measure({ url }, frontendCanary, '2m')).toMatchObject({
      kind: 'unmeasured',
      faults: [{ kind: 'unreachable' }],
    });
  });
});
