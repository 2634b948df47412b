/** What a canary is held to. */
export interface Limits {
  /** Requests of each release without which nothing is promoted, and from which on the limits apply as they are. */
  readonly minRequests: number;
  /** The most of its requests that a canary may fail, in percent. */
  readonly maxErrorShare: number;
  /** How sure a verdict is, in percent, over all looks at one step. */
  readonly confidence: number;
  /** How many times as slow as stable a canary may be. */
  readonly maxLatencyRatio: { readonly p95: number; readonly p99: number };
  /** A difference of latencies that is never held against a canary, in milliseconds. */
  readonly latencyFloor: number;
}

/**
 * How often a step may be judged with the intention to go on. Each look takes an equal part of what confidence leaves to
 * chance, so that the sum of all holds, whatever the looks have in common.
 */
export const looks = 10;

/** The probability with which chance may decide one look, 0 to 1. */
export function chanceOfALook({ confidence }: Pick<Limits, 'confidence'>): number {
  return (1 - confidence / 100) / looks;
}

/** The true share of errors, 0 to 1, at which a canary shall all but never be promoted: twice the limit. */
export function refusedShare({ maxErrorShare }: Pick<Limits, 'maxErrorShare'>): number {
  return Math.min(1, (2 * maxErrorShare) / 100);
}

/**
 * Seconds that the newest sample of a series may be old: a minute from scrape to scrape, which is the slowest usual pace,
 * and what a scrape may take. An instant query would return a sample for 5 minutes.
 */
export const staleAfter = 75;
