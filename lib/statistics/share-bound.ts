import quantile from '@stdlib/stats-base-dists-beta-quantile';

/** A share of requests, from 0 to 1. */
export interface ShareBound {
  readonly lower: number;
  readonly upper: number;
}

/** One in ten thousand measurements of a right split is outside of its bound. */
const confidence = 0.9999;

/**
 * The shares that a count agrees with: the exact two-sided bound of Clopper and Pearson at 99.99 %.
 * @param taken how many of the requests went there
 * @see https://doi.org/10.1093/biomet/26.4.404
 */
export function shareBound(taken: number, requests: number): ShareBound {
  const tail = (1 - confidence) / 2;
  return {
    lower: taken === 0 ? 0 : quantile(tail, taken, requests - taken + 1),
    upper: taken === requests ? 1 : quantile(1 - tail, taken + 1, requests - taken),
  };
}

/** Whether a count is what chance makes of a share. A share of none or all leaves nothing to chance. */
export function isWithinBound(taken: number, requests: number, share: number): boolean {
  if (share <= 0 || share >= 1) {
    return taken === Math.round(share) * requests;
  }
  const { lower, upper } = shareBound(taken, requests);
  return lower <= share && share <= upper;
}
