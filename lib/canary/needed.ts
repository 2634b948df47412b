import { upperBound } from './statistics';

/**
 * The number of requests of which so many errors are few enough: the upper bound of their share is at the limit or
 * below. Infinite if no number is.
 * @param limit share, 0 to 1
 * @param chance how improbable the bound makes what was seen, 0 to 1
 */
export function requestsFor(errors: number, limit: number, chance: number): number {
  const isEnough = (requests: number): boolean => upperBound({ requests, errors }, chance) <= limit;
  let high = errors + 1;
  while (!isEnough(high)) {
    high *= 2;
    if (high > Number.MAX_SAFE_INTEGER) {
      return Infinity;
    }
  }
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    [low, high] = isEnough(middle) ? [low, middle] : [middle, high];
  }
  return high;
}
