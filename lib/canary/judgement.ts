/** From the worst to the best; the worst of several decides. */
export const verdicts = ['ERROR', 'FAIL', 'INSUFFICIENT', 'PASS'] as const;

/**
 * What to do with a canary. PASS: go on. FAIL: roll back. INSUFFICIENT: hold, more requests will tell. ERROR: hold, it
 * could not be measured, and somebody has to mend that.
 */
export type Verdict = (typeof verdicts)[number];

/** One thing that was looked at. */
export interface Reason {
  readonly verdict: Verdict;
  /** What was looked at, e.g. `error share of the canary`. */
  readonly what: string;
  /** What was found, with its unit. */
  readonly value: string;
  /** What it is held against, with its unit. */
  readonly limit: string;
  /** A sentence for people: what it means, and what to do. */
  readonly because: string;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** Everything that was looked at, what decided first. */
  readonly reasons: readonly Reason[];
}

/** The worst verdict of all reasons; without any there is nothing to promote for. */
export function judgementOf(reasons: readonly Reason[]): Judgement {
  const sorted = verdicts.flatMap((verdict) => reasons.filter((reason) => reason.verdict === verdict));
  return { verdict: sorted[0]?.verdict ?? 'ERROR', reasons: sorted };
}
