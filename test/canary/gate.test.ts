import { judge } from '../../lib/canary/gate';
import type { Limits } from '../../lib/canary/limits';
import type { Fault, Measurement, ReleaseReadings } from '../../lib/canary/measurement';
import { limits, measured, release, value } from './readings';

const verdict = (different: Parameters<typeof measured>[0], held: Limits = limits) =>
  judge(measured(different), held).verdict;

/** What the reasons that decided are about. */
const deciding = (measurement: Measurement): string[] => {
  const { verdict: decided, reasons } = judge(measurement, limits);
  return reasons.filter((reason) => reason.verdict === decided).map(({ what }) => what);
};

const noCounts: ReleaseReadings = {
  counts: { kind: 'missing' },
  p50: { kind: 'missing' },
  p95: { kind: 'missing' },
  p99: { kind: 'missing' },
};

describe('the gate passes', () => {
  it('a canary with enough requests and few errors, and says what it looked at', () => {
    const judgement = judge(measured(), limits);
    expect(judgement.verdict).toBe('PASS');
    expect(judgement.reasons.map(({ what }) => what)).toEqual([
      'requests of canary',
      'requests of stable',
      'error share of the canary',
      'highest error share of the canary that chance may have hidden',
      'error share of the canary against stable',
      'requests that failed before a pod was chosen',
      'p95 of the canary against stable',
      'p99 of the canary against stable',
    ]);
  });

  it('a canary alone, where it gets all requests and there is nothing to compare it with', () => {
    expect(verdict({ stable: 'not compared' })).toBe('PASS');
  });

  it('exactly the limit, if there are enough requests to be sure', () => {
    const stable = release(100_000, 900);
    expect(verdict({ canary: release(5_000, 50), stable })).toBe('PASS');
    expect(verdict({ canary: release(5_000, 51), stable })).toBe('FAIL');
  });
});

describe('the gate fails', () => {
  it('a share of errors over the limit, from the minimum of requests on', () => {
    expect(deciding(measured({ canary: release(500, 6) }))).toEqual(
      expect.arrayContaining(['error share of the canary']),
    );
    expect(verdict({ canary: release(500, 6), stable: 'not compared' })).toBe('FAIL');
    expect(verdict({ canary: release(499, 5), stable: 'not compared' })).toBe('INSUFFICIENT');
  });

  it('a canary that is bad beyond doubt before that, instead of waiting for traffic that finds it broken', () => {
    expect(verdict({ canary: release(10, 10) })).toBe('FAIL');
    expect(verdict({ canary: release(10, 10), stable: 'not compared' })).toBe('FAIL');
    expect(verdict({ canary: release(10, 10), stable: noCounts })).toBe('FAIL');
  });

  it('nothing for a few errors that may have one cause', () => {
    expect(verdict({ canary: release(2, 2), stable: 'not compared' })).toBe('INSUFFICIENT');
    expect(verdict({ canary: release(4, 4), stable: 'not compared' })).toBe('INSUFFICIENT');
  });

  it('a canary within the limit that is much worse than stable, and not by chance', () => {
    const worse = measured({ canary: release(10_000, 90), stable: release(10_000, 10) });
    expect(deciding(worse)).toEqual(['error share of the canary against stable']);
  });

  it('nothing for a difference that is certain and too small to matter', () => {
    expect(verdict({ canary: release(1_000_000, 3_000), stable: release(1_000_000, 1_000) })).toBe('PASS');
  });

  it('a canary that is slow, at either quantile', () => {
    expect(deciding(measured({ canary: release(1_000, 2, { p95: value(140) }) }))).toEqual([
      'p95 of the canary against stable',
    ]);
    expect(deciding(measured({ canary: release(1_000, 2, { p99: value(420) }) }))).toEqual([
      'p99 of the canary against stable',
    ]);
  });

  it('nothing for a ratio below the limit, or for a difference below the floor', () => {
    expect(verdict({ canary: release(1_000, 2, { p95: value(100) }) })).toBe('PASS');
    const stable = release(9_000, 9, { p95: value(4) });
    expect(verdict({ canary: release(1_000, 2, { p95: value(29) }), stable })).toBe('PASS');
    expect(verdict({ canary: release(1_000, 2, { p95: value(30) }), stable })).toBe('FAIL');
  });

  it('many requests that failed before a pod was chosen: a canary without pods shows in no other way', () => {
    const withoutPods = measured({ canary: noCounts, unattributed: value(500) });
    expect(deciding(withoutPods)).toEqual(['requests that failed before a pod was chosen']);
    expect(verdict({ unattributed: value(4) })).toBe('PASS');
  });
});

describe('the gate holds', () => {
  it('without any request to the canary, whether it has series or none', () => {
    expect(verdict({ canary: noCounts })).toBe('INSUFFICIENT');
    expect(verdict({ canary: release(0, 0) })).toBe('INSUFFICIENT');
  });

  it('without any request to stable, which is to be compared', () => {
    expect(verdict({ stable: noCounts })).toBe('INSUFFICIENT');
    expect(verdict({ stable: release(499, 0) })).toBe('INSUFFICIENT');
  });

  it('one request short of the minimum', () => {
    expect(deciding(measured({ canary: release(499, 0) }))).toEqual(['requests of canary']);
    expect(verdict({ canary: release(500, 0) })).toBe('PASS');
  });

  it('while twice the limit may hide behind good luck, and says how many requests would tell', () => {
    const { verdict: decided, reasons } = judge(measured({ canary: release(500, 4) }), limits);
    expect(decided).toBe('INSUFFICIENT');
    const said = /At least (\d+) more/.exec(reasons[0]?.because ?? '');
    const more = Number(said?.[1]);
    expect(verdict({ canary: release(500 + more, 4) })).toBe('PASS');
    expect(verdict({ canary: release(500 + more - 1, 4) })).toBe('INSUFFICIENT');
  });

  it('while latencies are not known', () => {
    expect(verdict({ canary: release(1_000, 2, { p95: { kind: 'missing' } }) })).toBe('INSUFFICIENT');
    expect(verdict({ stable: release(9_000, 9, { p99: { kind: 'missing' } }) })).toBe('INSUFFICIENT');
  });
});

const faults: Fault[] = [
  { kind: 'unreachable', because: 'connect ECONNREFUSED 127.0.0.1:9090' },
  { kind: 'timeout', after: 5_000 },
  { kind: 'http', status: 503, because: 'starting' },
  { kind: 'malformed', because: 'an answer that begins with "<html>"' },
  { kind: 'partial', warnings: ['one store did not answer'] },
  { kind: 'unscraped', caller: 'frontend', because: 'could not be scraped: frontend-1' },
  { kind: 'young', caller: 'frontend', watched: 30, window: 120 },
];

describe('the gate says that it could not measure', () => {
  it.each(faults.map((fault) => [fault.kind, fault] as const))('%s', (_, fault) => {
    const { verdict: decided, reasons } = judge({ kind: 'unmeasured', faults: [fault] }, limits);
    expect(decided).toBe('ERROR');
    expect(reasons).toHaveLength(1);
    expect(reasons[0]?.because).toMatch(/\.$/);
  });

  it('rather than judge by what is left', () => {
    const half = measured({
      canary: release(1_000, 900),
      stable: release(9_000, 9, { p95: { kind: 'invalid', found: 'NaN' } }),
    });
    expect(deciding(half)).toEqual(['p95 of stable']);
  });
});
