import type { Limits } from '../../lib/canary/limits';
import type { Counts, Measured, Reading, ReleaseReadings } from '../../lib/canary/measurement';
import { limitsOf } from '../../stacks/promotion-settings';
import { defaultSettings } from '../../stacks/settings';

/** The limits as they are delivered. */
export const limits: Limits = limitsOf(defaultSettings.promotion);

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
