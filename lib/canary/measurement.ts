import type { Duration } from '../model/duration';

/** One number that was asked for, or why there is none. Zero is a number; nothing is not zero. */
export type Reading<T> =
  | { readonly kind: 'value'; readonly value: T }
  /** No series says anything about it: nobody asked, or nobody counted. */
  | { readonly kind: 'missing' }
  /** The newest sample is older than it may be, by so many seconds at the time of the question. */
  | { readonly kind: 'stale'; readonly age: number }
  /** What was found is not a number that can be: NaN, infinite, negative. */
  | { readonly kind: 'invalid'; readonly found: string };

/** Whole numbers of one window; errors are among the requests. */
export interface Counts {
  readonly requests: number;
  readonly errors: number;
}

/** What one release did in the window. */
export interface ReleaseReadings {
  readonly counts: Reading<Counts>;
  /** Milliseconds within which 50, 95 and 99 % of the requests were answered. */
  readonly p50: Reading<number>;
  readonly p95: Reading<number>;
  readonly p99: Reading<number>;
}

/** Why nothing could be measured at all. */
export type Fault =
  /** Nobody answered: refused, reset, no such host. */
  | { readonly kind: 'unreachable'; readonly because: string }
  /** No complete answer within so many milliseconds. */
  | { readonly kind: 'timeout'; readonly after: number }
  /** An answer that is none, and what it said. */
  | { readonly kind: 'http'; readonly status: number; readonly because: string }
  /** An answer of another form than Prometheus gives. */
  | { readonly kind: 'malformed'; readonly because: string }
  /** Prometheus says itself that something is missing from the answer. */
  | { readonly kind: 'partial'; readonly warnings: readonly string[] }
  /** Proxies of this caller exist or should, and their requests are not counted. */
  | { readonly kind: 'unscraped'; readonly caller: string; readonly because: string }
  /** This caller has been watched for so many seconds only, and the window is longer. */
  | { readonly kind: 'young'; readonly caller: string; readonly watched: number; readonly window: number };

/** What is known about a canary and its stable release in one window that ends at one time. */
export type Measurement = Measured | Unmeasured;

export interface Unmeasured {
  readonly kind: 'unmeasured';
  readonly faults: readonly [Fault, ...Fault[]];
}

export interface Measured {
  readonly kind: 'measured';
  /** The end of the window by the clock of Prometheus, in seconds since 1970. */
  readonly at: number;
  readonly window: Duration;
  readonly canary: ReleaseReadings;
  /** Nothing where stable gets no requests any more, because the canary gets them all. */
  readonly stable: ReleaseReadings | 'not compared';
  /** Requests that failed before a pod was chosen; no release has them. Missing means that there never was one. */
  readonly unattributed: Reading<number>;
}
