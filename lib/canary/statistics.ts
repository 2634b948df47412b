import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import hypergeometricCdf from '@stdlib/stats-base-dists-hypergeometric-cdf';
import type { Counts } from './measurement';

/**
 * Clopper and Pearson's upper bound of the error share behind some counts, 0 to 1: a release whose true share is the
 * bound or more would show so few errors with a probability of at most `chance`. 1 if nothing was counted.
 */
export function upperBound({ requests, errors }: Counts, chance: number): number {
  return errors >= requests ? 1 : betaQuantile(1 - chance, errors + 1, requests - errors);
}

/** The lower bound: a release whose true share is the bound or less would show so many errors that rarely. */
export function lowerBound({ requests, errors }: Counts, chance: number): number {
  return errors === 0 ? 0 : betaQuantile(chance, errors, requests - errors + 1);
}

/** Beyond this many requests a test only gets slower, and finds differences that nobody cares about. */
const enough = 1_000_000;

/**
 * Fisher's exact test, one-sided: how probable it is that one of two releases with the same true share has so much more
 * of their errors, 0 to 1. It is 1 where the share is not higher, so small numbers alone speak against a release.
 */
export function chanceOfMore(one: Counts, other: Counts): number {
  const [a, b] = [scaled(one), scaled(other)];
  if (a.errors * b.requests <= b.errors * a.requests) {
    return 1;
  }
  // Asked from the other's side, the probability is a short sum in the lower tail, which loses no digits: the upper tail
  // would be 1 minus almost 1, and its terms too small for a number.
  return hypergeometricCdf(b.errors, a.requests + b.requests, a.errors + b.errors, b.requests);
}

/** The same share of fewer requests, but for a part of one error. */
function scaled({ requests, errors }: Counts): Counts {
  const factor = Math.min(1, enough / requests);
  return factor === 1 || requests === 0
    ? { requests, errors }
    : { requests: enough, errors: Math.floor(errors * factor) };
}
