import { staleAfter } from './limits';

/** A value at a time in seconds. */
export interface Sample {
  readonly at: number;
  readonly value: number;
}

/** What a counter that was first seen in the window had counted before that. */
export type Beginning =
  /** All of it happened in the window: never too little, which is right for errors. */
  | 'counts'
  /** Only what is known to have begun at zero in the window: never too much, which is right for what went well. */
  | 'counts if seen to begin';

/**
 * By how much a counter has grown since a time: a whole number if its values are, and not extrapolated. The growth from
 * the last sample before that time is in it, so it may reach back by one scrape.
 *
 * A proxy has no series of what has not happened yet. The first 500 makes one that is 1 at once, which `increase` takes
 * for its beginning. And a proxy that starts anew may have no series for a while, and then one of the same value. So the
 * scrapes of its target count as well: one that succeeded without a sample means that the counter was at zero. After a
 * gap in which nobody scraped, growth may be older than the window; then again it counts only against the release.
 * @param samples in the order of time
 * @param scrapes when the target was scraped with success, in the order of time; none if it is unknown
 */
export function growthSince(
  since: number,
  samples: readonly Sample[],
  scrapes: readonly number[],
  beginning: Beginning,
): number {
  const missed = (after: number, before: number): boolean => scrapes.some((at) => at > after && at < before);
  return samples.reduce((growth, { at, value }, index) => {
    const previous = samples[index - 1];
    if (at <= since) {
      return growth;
    }
    if (previous === undefined) {
      return growth + (beginning === 'counts' || missed(-Infinity, at) ? value : 0);
    }
    if (beginning === 'counts if seen to begin' && previous.at < since - staleAfter) {
      return growth;
    }
    const beganAnew = value < previous.value || (beginning === 'counts' && missed(previous.at, at));
    return growth + (beganAnew ? value : value - previous.value);
  }, 0);
}
