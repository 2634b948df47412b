import { gateQueries, isCanaried } from '../../../lib/telemetry/promql/gate';
import { ejectedPods, overflowed, rateLimited, retryRate } from '../../../lib/telemetry/promql/protection';
import { gatewaysUp, mutualTlsShare, sidecarMemory, through } from '../../../lib/telemetry/promql/proxies';
import {
  errorShare,
  latency,
  requestCount,
  requestRate,
  requestShare,
  successShare,
} from '../../../lib/telemetry/promql/requests';
import {
  eachRelease,
  everyRelease,
  oneRelease,
  type Scope,
  sentBy,
  toServices,
  wholeService,
} from '../../../lib/telemetry/promql/scope';
import { backend, frontend, ml, telemetry, tiers } from '../../telemetry/meshes';
import { queriesOf } from '../../telemetry/queries';
import { until } from '../parts/until';
import { startExporter } from './exporter';
import { type Prometheus, startPrometheus } from './server';
import { gauges, growth } from './traffic';

type Exporter = Awaited<ReturnType<typeof startExporter>>;
let exporter: Exporter | undefined;
let prometheus: Prometheus | undefined;

beforeAll(async () => {
  exporter = await startExporter(growth, gauges);
  prometheus = await startPrometheus(tiers, exporter.target);
  // Rules are computed from the series, and alerts from the rules: when these are there, all is.
  await until('Prometheus has computed its rules', async () => {
    return (await ask('release:istio_requests:error_share_rate5m')).length === 3;
  });
});

afterAll(async () => {
  await prometheus?.stop();
  await exporter?.stop();
});

async function ask(expr: string) {
  if (prometheus === undefined) {
    throw new Error('Prometheus has not started');
  }
  return prometheus.query(expr.replaceAll('$__rate_interval', '1m'));
}

/** Values by what tells the samples apart, rounded beyond what an extrapolation could blur. */
async function numbers(expr: string): Promise<Record<string, number>> {
  const ignored = ['destination_service_namespace', '__name__'];
  const samples = (await ask(expr)).map(({ labels, value }) => {
    const names = Object.entries(labels).filter(([label]) => !ignored.includes(label));
    return [names.map(([, name]) => name).join(' '), Number(value.toFixed(6))] as const;
  });
  return Object.fromEntries(samples);
}

/** One rate as a multiple of another. Both are of the same moment, so how long a scrape took does not matter. */
function ratio(part: string, whole: string): Promise<Record<string, number>> {
  return numbers(`${part} / ${whole}`);
}

const scrapes = (): number => exporter?.scrapes() ?? 0;
/** What the exporter adds to the counters of the frontend. */
const requestsAScrape = 100;

const canary = (service: typeof frontend): Scope => oneRelease(service, service.canary ?? service.stable);

describe('a real Prometheus, asked by the dashboards,', () => {
  it('says which share of the requests to each release succeeded', async () => {
    expect(await numbers(successShare(everyRelease(tiers.services), '1m'))).toEqual({
      'frontend-service stable': 0.9,
      'frontend-service canary': 0.9,
      'backend-service stable': 1,
    });
  });

  it('counts what failed before a release was chosen against the service', async () => {
    expect(await numbers(errorShare(toServices(tiers.services), '1m'))).toEqual({
      'frontend-service': 0.1,
      'backend-service': 0.2,
    });
  });

  it('says how the requests are split, and that nothing is no missing number', async () => {
    const split = (service: typeof frontend) => numbers(requestShare(canary(service), wholeService(service), '1m'));
    expect(await split(frontend)).toEqual({ '': 0.1 });
    expect(await split(backend)).toEqual({ '': 0 });
    expect(await split(ml)).toEqual({});
  });

  it('interpolates latencies per release', async () => {
    const quantile = (q: number) => numbers(latency(q, eachRelease(frontend), '1m'));
    expect(await quantile(0.5)).toEqual({ stable: 10, canary: 55 });
    expect(await quantile(0.95)).toEqual({ stable: 550, canary: 95.5 });
    expect(await quantile(0.99)).toEqual({ stable: 910, canary: 99.1 });
  });

  it('has no latency without requests', async () => {
    expect(await numbers(latency(0.95, wholeService(ml), '1m'))).toEqual({});
  });

  it('says which share came over mTLS, by the word of the callee', async () => {
    expect(await numbers(mutualTlsShare(tiers.services, toServices(tiers.services), '1m'))).toEqual({
      'frontend-service': 0.89,
      'backend-service': 1,
    });
  });

  it('counts retries, overflow and refusals of one service alone', async () => {
    const all = requestRate(wholeService(backend), '1m');
    expect(await ratio(retryRate(backend, '1m'), all)).toEqual({ '': 0.2 });
    expect(await ratio(overflowed(wholeService(backend), '1m'), all)).toEqual({ '': 0.2 });
    expect(await ratio(rateLimited(wholeService(backend), '1m'), all)).toEqual({ '': 0.16 });
    expect(await numbers(ejectedPods(backend))).toEqual({ '': 2 });
  });

  it('tells what entered through the gateway from what a service sent', async () => {
    const { gateway } = telemetry(tiers);
    const share = (part: Scope, whole: Scope) => ratio(requestRate(part, '1m'), requestRate(whole, '1m'));
    expect(await share(through(gateway, wholeService(frontend)), wholeService(frontend))).toEqual({ '': 1 });
    expect(await share(sentBy(frontend, wholeService(backend)), wholeService(backend))).toEqual({ '': 1 });
    expect(await share(through(gateway, wholeService(backend)), wholeService(backend))).toEqual({});
  });

  it('knows the memory of sidecars, and the gateways that answer', async () => {
    expect(Object.values(await numbers(sidecarMemory([ml]))).sort()).toEqual([50_000_000, 70_000_000]);
    expect(Object.values(await numbers(gatewaysUp(telemetry(tiers).gateway)))).toEqual([1]);
  });

  it('takes every query of three tiers and never answers with NaN', async () => {
    const queries = queriesOf(tiers);
    for (const { place, expr } of queries) {
      const values = (await ask(expr)).map(({ value }) => value);
      expect([place, values.filter((value) => !Number.isFinite(value))]).toEqual([place, []]);
    }
    expect(queries.length).toBeGreaterThan(60);
  });

  it('computes what the rules record', async () => {
    expect(await numbers('service:istio_requests:error_share_rate1h')).toEqual({
      'frontend-service': 0.1,
      'backend-service': 0.2,
    });
  });
});

describe('a real Prometheus, asked by the gate,', () => {
  const gate = async (service: typeof frontend) => {
    if (!isCanaried(service)) {
      throw new Error('only a canary is judged');
    }
    const answers = Object.entries(gateQueries(service, '2m')).map(async ([name, expr]: [string, string]) => {
      return [name, (await ask(expr)).map(({ value }) => value)] as const;
    });
    return new Map(await Promise.all(answers));
  };

  it('says how often both releases failed, and of how many requests', async () => {
    const answers = await gate(frontend);
    expect(answers.get('canaryErrorShare')).toEqual([expect.closeTo(0.1)]);
    expect(answers.get('stableErrorShare')).toEqual([expect.closeTo(0.1)]);
    expect(answers.get('canaryRequests')).toEqual([expect.any(Number)]);
    const { canaryRequests, stableRequests } = gateQueries(
      { ...frontend, canary: frontend.canary ?? frontend.stable },
      '2m',
    );
    expect(await ratio(stableRequests, canaryRequests)).toEqual({ '': 9 });
  });

  it('has no sample for a canary that nobody ever asked', async () => {
    const answers = await gate(backend);
    expect(answers.get('stableErrorShare')).toEqual([0]);
    expect(answers.get('canaryErrorShare')).toEqual([]);
    expect(answers.get('canaryRequests')).toEqual([]);
  });

  it('counts zero requests, and has no share of them, where nobody asks any more', async () => {
    const answers = await gate(ml);
    expect(answers.get('canaryRequests')).toEqual([0]);
    expect(answers.get('canaryErrorShare')).toEqual([]);
    expect(answers.get('stableErrorShare')).toEqual([]);
  });
});

describe('after a restart of the proxies', () => {
  const counters = 'istio_requests_total{reporter="source",destination_service_name="frontend-service"}';

  it('the shares are what they were, and no request is counted that was not sent', async () => {
    await until('Prometheus has scraped often enough', () => Promise.resolve(scrapes() >= 10));
    const before = scrapes();
    exporter?.restart();
    await until('Prometheus has seen all counters start anew and grow again', async () => {
      return (await ask(`min(resets(${counters}[2m])) >= 1`)).length === 1 && scrapes() >= 5;
    });
    expect(await numbers(errorShare(toServices([frontend]), '2m'))).toEqual({ 'frontend-service': 0.1 });
    const [counted] = await ask(requestCount(wholeService(frontend), '2m'));
    // An increase reaches a little beyond the first and the last sample: by half a scrape each, or one if scrapes are late.
    const sent = requestsAScrape * (before + scrapes() + 2);
    expect(counted?.value).toBeGreaterThan(0);
    expect(counted?.value).toBeLessThanOrEqual(sent);
  });
});
