import type { Duration } from '../model/duration';

/** How much load, and for how long. */
export interface LoadProfile {
  /** Users at a time: each asks, waits for the answer, pauses, and asks again. */
  readonly users: number;
  readonly duration: Duration;
  /** Between an answer and the next request of the same user. */
  readonly pause: Duration;
}

/** The profiles of `lab load`. */
export const loadProfiles = {
  /** Does anything answer, and from where? */
  smoke: { users: 5, duration: '20s', pause: '200ms' },
  /** What the lab has to carry. */
  load: { users: 50, duration: '5m', pause: '1s' },
  /** Leaks, restarts and renewed certificates take time to show. */
  soak: { users: 20, duration: '60m', pause: '1s' },
  /** Enough requests to tell 10 % from 12 %, in the two minutes that a step of a rollout is watched. */
  'canary-split': { users: 50, duration: '2m', pause: '500ms' },
} as const satisfies Record<string, LoadProfile>;

export type LoadProfileName = keyof typeof loadProfiles;

/** What every profile asks of the answers. */
export const limits = {
  /** Share of requests, and of the answers of each release, that may be errors, 0 to 1. */
  errorRate: 0.01,
  /** The latency that 95 of 100 requests stay below. */
  p95: '500ms',
} as const satisfies { readonly errorRate: number; readonly p95: Duration };
