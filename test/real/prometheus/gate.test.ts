import { setTimeout as sleep } from 'node:timers/promises';
import { measure } from '../../../cli/metrics/prometheus';
import type { Candidate } from '../../../lib/canary/candidate';
import { judge } from '../../../lib/canary/gate';
import { staleAfter } from '../../../lib/canary/limits';
import type { Measurement } from '../../../lib/canary/measurement';
import type { Duration } from '../../../lib/model/duration';
import { candidate, frontendCanary } from '../../canary/candidates';
import { limits } from '../../canary/readings';
import { backend, ml, tiers } from '../../telemetry/meshes';
import { guard, until } from '../parts/until';
import { type Proxy, startProxy } from './proxy';
import { rounding, scraped } from './scraped';
import { type Prometheus, startPrometheus } from './server';

const canary = { service: 'frontend', version: 'canary' };
const stable = { service: 'frontend', version: 'stable' };

let proxy: Proxy;
let prometheus: Prometheus;
/** When the window begins that a test is about, in milliseconds. */
let beginning: number;
let vanished: number;

const seen = (): Duration => `${Math.ceil((Date.now() - beginning) / 1_000)}s`;

beforeAll(async () => {
  proxy = await startProxy();
  prometheus = await startPrometheus(tiers, proxy.target);
  proxy.send({ service: 'ml', version: 'canary' }, 10);
  await scraped(proxy, prometheus);
  proxy.forget('ml');
  vanished = Date.now();
});

/** A proxy that has just started, watched for longer than a window may be rounded up. */
beforeEach(async () => {
  proxy.forget();
  await scraped(proxy, prometheus);
  await sleep(rounding);
  beginning = Date.now();
});

afterAll(async () => {
  await prometheus.stop();
  await proxy.stop();
});

/** Measures until nothing is in the way: on a busy machine a scrape may come too late. */
async function measured(of: Candidate = frontendCanary): Promise<Measurement> {
  let found: Measurement | undefined;
  await until('the canary can be measured', async () => {
    found = await measure({ url: prometheus.url, timeout: guard }, of, seen());
    return found.kind === 'measured';
  });
  if (found === undefined) {
    throw new Error('it was measured');
  }
  return found;
}

const countsOf = (measurement: Measurement) =>
  measurement.kind === 'measured' ? measurement.canary.counts : measurement;
const counts = (requests: number, errors: number) => ({ kind: 'value', value: { requests, errors } });

/** Twice as many requests as it takes, in two parts: a rate needs a series that grows while it is watched. */
async function goodTraffic(): Promise<void> {
  for (let part = 0; part < 2; part += 1) {
    proxy.send(canary, 500);
    proxy.send(stable, 9_500);
    await scraped(proxy, prometheus);
  }
}

describe('the gate, with a real Prometheus,', () => {
  it('passes a canary without errors, and counts each of its requests once', async () => {
    await goodTraffic();
    const measurement = await measured();
    expect(countsOf(measurement)).toEqual(counts(1_000, 0));
    expect(measurement).toMatchObject({ stable: { counts: counts(19_000, 0), p95: { kind: 'value' } } });
    expect(judge(measurement, limits).verdict).toBe('PASS');
  });

  it('fails a canary of which every fifth request fails', async () => {
    await goodTraffic();
    proxy.send(canary, 250, 503);
    await scraped(proxy, prometheus);
    const measurement = await measured();
    expect(countsOf(measurement)).toEqual(counts(1_250, 250));
    expect(judge(measurement, limits).verdict).toBe('FAIL');
  });

  it('counts the first errors that a canary ever had, all between two scrapes, which an increase does not see', async () => {
    await goodTraffic();
    proxy.send(canary, 30, 500);
    await scraped(proxy, prometheus);
    await scraped(proxy, prometheus);
    const measurement = await measured();
    const errors = `istio_requests_total{destination_version="canary",response_code="500"}`;
    const window = seen();
    expect((await prometheus.query(`increase(${errors}[${window}])`)).map(({ value }) => value)).toEqual([0]);
    expect(countsOf(measurement)).toEqual(counts(1_030, 30));
    expect(judge(measurement, limits).verdict).toBe('FAIL');
  });

  it('fails a canary whose first requests ever all failed, long before there are enough of them', async () => {
    proxy.send(stable, 100);
    proxy.send(canary, 10, 500);
    await scraped(proxy, prometheus);
    const measurement = await measured();
    expect(countsOf(measurement)).toEqual(counts(10, 10));
    expect(judge(measurement, limits).verdict).toBe('FAIL');
  });

  it('has no use for errors of before the window', async () => {
    proxy.send(canary, 400, 500);
    await scraped(proxy, prometheus);
    await sleep(rounding);
    beginning = Date.now();
    await goodTraffic();
    const measurement = await measured();
    expect(countsOf(measurement)).toEqual(counts(1_000, 0));
    expect(judge(measurement, limits).verdict).toBe('PASS');
  });

  it('counts on when the proxies start anew, also an error that comes to the same number again', async () => {
    await goodTraffic();
    proxy.send(canary, 1, 500);
    await scraped(proxy, prometheus);
    proxy.forget();
    await scraped(proxy, prometheus);
    proxy.send(canary, 400);
    proxy.send(canary, 1, 500);
    proxy.send(stable, 100);
    await scraped(proxy, prometheus);
    expect(countsOf(await measured())).toEqual(counts(1_402, 2));
  });

  it('holds without traffic to the canary, whether it never had any or has none now', async () => {
    proxy.send({ service: 'backend', version: 'stable' }, 1_000);
    await scraped(proxy, prometheus);
    const never = await measured({ ...candidate(backend), callers: frontendCanary.callers });
    expect(countsOf(never)).toEqual({ kind: 'missing' });
    expect(judge(never, limits).verdict).toBe('INSUFFICIENT');
    proxy.send(canary, 2_000);
    proxy.send(stable, 2_000);
    await scraped(proxy, prometheus);
    await sleep(rounding);
    beginning = Date.now();
    const idle = await measured();
    expect(countsOf(idle)).toEqual(counts(0, 0));
    expect(judge(idle, limits).verdict).toBe('INSUFFICIENT');
  });

  it.each(['NaN', '+Inf'])('can not measure a counter that is %s', async (text) => {
    await goodTraffic();
    proxy.spoil(canary, text);
    await scraped(proxy, prometheus);
    const measurement = await measured();
    expect(countsOf(measurement)).toEqual({ kind: 'invalid', found: text });
    expect(judge(measurement, limits).verdict).toBe('ERROR');
  });

  it('can not measure a service whose callers are not scraped', async () => {
    const measurement = await measure({ url: prometheus.url, timeout: guard }, candidate(backend), seen());
    expect(measurement).toMatchObject({ faults: [{ kind: 'unscraped', caller: 'frontend' }] });
    expect(judge(measurement, limits).verdict).toBe('ERROR');
  });

  it('can not measure a window that is longer than it was watched', async () => {
    await goodTraffic();
    const measurement = await measure({ url: prometheus.url, timeout: guard }, frontendCanary, '60m');
    expect(judge(measurement, limits).verdict).toBe('ERROR');
    expect(measurement.kind).toBe('unmeasured');
  });

  it('can not measure a canary that no proxy reports any more', async () => {
    await sleep(Math.max(0, vanished + (staleAfter + 2) * 1_000 - Date.now()));
    const fromTheGateway = { ...candidate(ml), callers: frontendCanary.callers };
    const measurement = await measured(fromTheGateway);
    expect(countsOf(measurement)).toMatchObject({ kind: 'stale' });
    expect(judge(measurement, limits).verdict).toBe('ERROR');
  });

  it('can not measure once the proxy is gone, nor once Prometheus is', async () => {
    await goodTraffic();
    expect(judge(await measured(), limits).verdict).toBe('PASS');
    await proxy.stop();
    const now = () => measure({ url: prometheus.url, timeout: guard }, frontendCanary, seen());
    await until('Prometheus notices', async () => (await now()).kind === 'unmeasured');
    const withoutProxy = await now();
    expect(withoutProxy).toMatchObject({ faults: [{ kind: 'unscraped', because: 'could not be scraped: gateway-0' }] });
    expect(judge(withoutProxy, limits).verdict).toBe('ERROR');
    await prometheus.stop();
    const withoutPrometheus = await now();
    expect(withoutPrometheus).toMatchObject({ faults: [{ kind: 'unreachable' }] });
    expect(judge(withoutPrometheus, limits).verdict).toBe('ERROR');
  });
});
