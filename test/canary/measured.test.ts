import { candidateOf } from '../../lib/canary/candidate';
import { measurementOf } from '../../lib/canary/measured';
import type { Answers } from '../../lib/canary/readings';
import type { Series } from '../../lib/canary/series';
import { CallGraph } from '../../lib/model/mesh';
import { isCanaried } from '../../lib/telemetry/promql/gate';
import { backend, frontend, single, telemetry, tiers } from '../telemetry/meshes';
import type { Service } from '../../lib/model/service';
import { candidate } from './candidates';

const { gateway } = telemetry(tiers);
/** The end of the window, which lasts 60 seconds here; scrapes are at 0, 15, and so on. */
const at = 150;

/** A series with a value for each scrape, the last one at the end of the window. */
function series(labels: Readonly<Record<string, string>>, ...values: readonly (string | number | undefined)[]): Series {
  const first = at - 15 * (values.length - 1);
  const points = values.flatMap((value, index) =>
    value === undefined ? [] : [{ at: first + 15 * index, value: String(value) }],
  );
  return { labels: { instance: 'gateway-0:15020', job: 'pods', ...labels }, points };
}

const gatewayPod = { namespace: 'istio-ingress', istio: 'ingressgateway', pod: 'gateway-0' };
const up = (...values: readonly (number | undefined)[]): Series => series(gatewayPod, ...values);
const always = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
const requests = (version: string, code: number, ...values: readonly (string | number | undefined)[]): Series =>
  series({ destination_version: version, response_code: String(code) }, ...values);
const latency = (version: string, value: string): Series => series({ destination_version: version }, value);

function answers(different: Partial<Answers> = {}): Answers {
  return {
    at,
    scrapes: [up(...always)],
    requests: [requests('canary', 200, 0, 10, 20, 30, 40, 50), requests('stable', 200, 0, 90, 180, 270, 360, 450)],
    p50: [latency('canary', '10'), latency('stable', '11')],
    p95: [latency('canary', '20'), latency('stable', '21')],
    p99: [latency('canary', '30'), latency('stable', '31')],
    ...different,
  };
}

const measure = (different: Partial<Answers> = {}, of = candidate(frontend)) =>
  measurementOf(of, '60s', answers(different));

describe('a measurement', () => {
  const value = (found: unknown) => ({ kind: 'value', value: found });

  it('has whole numbers of both releases, and their latencies', () => {
    expect(measure()).toEqual({
      kind: 'measured',
      at,
      window: '60s',
      canary: { counts: value({ requests: 40, errors: 0 }), p50: value(10), p95: value(20), p99: value(30) },
      stable: { counts: value({ requests: 360, errors: 0 }), p50: value(11), p95: value(21), p99: value(31) },
      unattributed: { kind: 'missing' },
    });
  });

  it('leaves stable out where it is not compared', () => {
    expect(measure({}, candidate(frontend, false))).toMatchObject({ stable: 'not compared' });
  });

  it('counts the first errors that a release ever had', () => {
    const { requests: healthy } = answers();
    const failing = [...healthy, requests('canary', 500, undefined, undefined, 7, 7, 7, 7)];
    expect(measure({ requests: failing })).toMatchObject({ canary: { counts: value({ requests: 47, errors: 7 }) } });
  });

  it('counts a failure of gRPC, and a call that failed in both ways once', () => {
    const grpc = (code: number, status: string): Series =>
      series(
        { destination_version: 'canary', response_code: String(code), grpc_response_status: status },
        0,
        1,
        2,
        3,
        4,
        5,
      );
    expect(measure({ requests: [grpc(200, '14'), grpc(503, '14'), grpc(200, '0'), grpc(200, '5')] })).toMatchObject({
      canary: { counts: value({ requests: 16, errors: 8 }) },
    });
  });

  it('adds up all pods of the callers', () => {
    const other = series({ destination_version: 'canary', response_code: '200', instance: 'other' }, 5, 5, 5, 5, 5, 6);
    expect(measure({ requests: [...answers().requests, other] })).toMatchObject({
      canary: { counts: value({ requests: 41, errors: 0 }) },
    });
  });

  it('counts what failed before a pod was chosen for nobody', () => {
    const lost = requests('unknown', 503, undefined, undefined, 2, 3);
    expect(measure({ requests: [...answers().requests, lost] })).toMatchObject({
      unattributed: value(3),
      canary: { counts: value({ requests: 40, errors: 0 }) },
    });
  });

  it('misses what has no series, and does not take it for zero', () => {
    const [, stable] = answers().requests;
    const onlyStable = stable === undefined ? [] : [stable];
    expect(measure({ requests: onlyStable, p95: [] })).toMatchObject({
      canary: { counts: { kind: 'missing' }, p95: { kind: 'missing' } },
      stable: { counts: value({ requests: 360, errors: 0 }) },
    });
  });

  it('finds a release stale that no proxy reports any more, although Prometheus still has samples', () => {
    const old = requests('canary', 200, 10, 20, 30, ...Array.from({ length: 6 }, () => undefined));
    expect(measure({ requests: [old] })).toMatchObject({ canary: { counts: { kind: 'stale', age: 90 } } });
  });

  it.each(['NaN', '+Inf', '-Inf', '-1', '', 'ten'])('finds %p invalid, as a count and as a latency', (text) => {
    expect(measure({ requests: [requests('canary', 200, 0, text)] })).toMatchObject({
      canary: { counts: { kind: 'invalid', found: text } },
    });
    expect(measure({ p99: [latency('canary', text)] })).toMatchObject({
      canary: { p99: { kind: 'invalid', found: text } },
    });
  });
});

describe('a measurement', () => {
  it('forgives what was no number before the window', () => {
    expect(measure({ requests: [requests('canary', 200, 'NaN', 10, 20, 30, 40, 50)] })).toMatchObject({
      canary: { counts: { kind: 'value', value: { requests: 40, errors: 0 } } },
    });
  });
});

describe('a measurement fails', () => {
  const faults = (scrapes: readonly Series[], of = candidate(frontend)) => {
    const measurement = measure({ scrapes }, of);
    return measurement.kind === 'unmeasured' ? measurement.faults : [];
  };

  it('where Prometheus knows no pod of a caller', () => {
    const because = 'Prometheus knows no pod of it';
    expect(faults([])).toEqual([{ kind: 'unscraped', caller: 'istio-ingressgateway', because }]);
    expect(faults([series({ ...gatewayPod, istio: 'other' }, ...always)])).toMatchObject([{ kind: 'unscraped' }]);
  });

  it('where a pod of a caller can not be scraped, although another one is', () => {
    const second = series({ ...gatewayPod, pod: 'gateway-1', instance: 'second' }, ...always, 0);
    expect(faults([up(...always), second])).toEqual([
      { kind: 'unscraped', caller: 'istio-ingressgateway', because: 'could not be scraped: gateway-1' },
    ]);
  });

  it('where the last scrape is long ago', () => {
    const gone = up(...always, ...Array.from({ length: 6 }, () => undefined));
    expect(faults([gone])).toMatchObject([{ kind: 'unscraped', because: 'no scrape for 90 s' }]);
  });

  it('where a caller is watched for less than the window', () => {
    expect(faults([up(1, 1, 1)])).toEqual([{ kind: 'young', caller: 'istio-ingressgateway', watched: 30, window: 60 }]);
  });

  it('where nobody with a proxy calls the service', () => {
    const nobody = { ...candidate(frontend), callers: [] };
    expect(faults([up(...always)], nobody)).toMatchObject([{ kind: 'unscraped', caller: 'the callers of frontend' }]);
  });

  it('not for a pod that was replaced a while ago, nor for a second port of a pod that nobody serves', () => {
    const replaced = series(
      { ...gatewayPod, pod: 'old', instance: 'old' },
      1,
      0,
      ...Array.from({ length: 6 }, () => undefined),
    );
    const unserved = series({ ...gatewayPod, instance: 'gateway-0:8080' }, 0, 0, 0);
    expect(faults([up(...always), replaced, unserved])).toEqual([]);
  });

  it('not for a pod that stands in for a caller while the cluster is verified, and not because of one alone', () => {
    const labels = { ...gatewayPod, pod: 'probe', instance: 'probe', app_kubernetes_io_managed_by: 'mesh-lab-verify' };
    const standIn = series(labels, ...always, 0);
    expect(faults([up(...always), standIn])).toEqual([]);
    expect(faults([standIn])).toMatchObject([{ kind: 'unscraped', because: 'Prometheus knows no pod of it' }]);
  });
});

describe('the callers of a canary', () => {
  it('are the gateway for a service at the edge, and the services behind it for another', () => {
    expect(candidate(frontend).callers).toMatchObject([
      { namespace: 'istio-ingress', labels: { istio: 'ingressgateway' } },
    ]);
    expect(candidate(backend).callers).toEqual([
      { name: 'frontend', namespace: 'frontend', labels: { app: 'frontend' } },
    ]);
  });

  it('are none that has no proxy', () => {
    const bare: Service = { ...single(frontend), sidecar: 'none' };
    const mesh = { ...tiers, services: [bare, backend], edges: [], calls: [{ caller: bare, callee: backend }] };
    const { callers } = isCanaried(backend)
      ? candidateOf(new CallGraph(mesh), backend, gateway)
      : { callers: undefined };
    expect(callers).toEqual([]);
  });
});
