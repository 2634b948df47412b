import type { Limits } from '../../lib/canary/limits';
import type { Counts, Measured, Reading, ReleaseReadings } from '../../lib/canary/measurement';

/** The limits that everything which is known about the gate was found with. */
export const limits: Limits = {
  minRequests: 500,
  maxErrorShare: 1,
  confidence: 99,
  maxLatencyRatio: { p95: 2.5, p99: 5 },
  latencyFloor: 25,
};

export const value = <T>(found: T): Reading<T> => ({ kind: 'value', value: found });

/** A release that answers in the same time as the other. */
export function release(requests: number, errors: number, different: Partial<ReleaseReadings> = {}): ReleaseReadings {
  const counts: Counts = { requests, errors };
  return { counts: value(counts), p50: value(12), p95: value(40), p99: value(80), ...different };
}

/** A canary that passes, but for what is different. */
export function measured(different: Partial<Omit<Measured, 'kind'>> = {}): Measured {
  return {
    kind: 'measured',
    at: 1_800_000_000,
    window: '120s',
    canary: release(1_000, 2),
    stable: release(9_000, 9),
    unattributed: { kind: 'missing' },
    ...different,
  };
}
