import fc from 'fast-check';
import { growthSince, type Sample } from '../../lib/canary/counter';

/** Samples every 15 seconds from 0 on; a gap where there is none. */
const every15 = (...values: readonly (number | undefined)[]): Sample[] =>
  values.flatMap((value, index) => (value === undefined ? [] : [{ at: 15 * index, value }]));
const scrapes = (count: number): number[] => Array.from({ length: count }, (_, index) => 15 * index);

const errors = (since: number, samples: readonly Sample[], seen: readonly number[]) =>
  growthSince(since, samples, seen, 'counts');
const successes = (since: number, samples: readonly Sample[], seen: readonly number[]) =>
  growthSince(since, samples, seen, 'counts if seen to begin');

describe.each([
  ['of errors', errors],
  ['of successes', successes],
])('the growth of a counter %s', (_, growth) => {
  it('is what it counted from the last sample before the window on, and not extrapolated', () => {
    expect(growth(20, every15(7, 10, 14, 20), scrapes(4))).toBe(10);
    expect(growth(15, every15(7, 10, 14, 20), scrapes(4))).toBe(10);
    expect(growth(0, every15(7, 10, 14, 20), scrapes(4))).toBe(13);
  });

  it('is nothing for a counter that stands still, or that ended before the window', () => {
    expect(growth(0, every15(100, 100, 100), scrapes(3))).toBe(0);
    expect(growth(40, every15(10, 20, undefined, undefined), scrapes(4))).toBe(0);
  });

  it('goes on from zero when the counter begins anew', () => {
    expect(growth(0, every15(90, 100, 3, 5), scrapes(4))).toBe(15);
  });

  it('has the first value of a counter that a scrape did not find yet', () => {
    expect(growth(0, every15(undefined, 4, 6), scrapes(3))).toBe(6);
    expect(growth(20, every15(undefined, undefined, 4), scrapes(3))).toBe(4);
  });

  it('has no value of a counter that had it before the window', () => {
    expect(growth(40, every15(undefined, 4, 4, 4), scrapes(4))).toBe(0);
  });
});

describe('a counter whose beginning nobody saw', () => {
  it('counts in full against a release, and not in its favour', () => {
    expect(errors(0, every15(undefined, 40, 42), [])).toBe(42);
    expect(successes(0, every15(undefined, 40, 42), [])).toBe(2);
    expect(successes(0, every15(undefined, 40, 42), [15, 30])).toBe(2);
  });

  it('does the same after a gap that no scrape fell into', () => {
    const samples: Sample[] = [
      { at: 0, value: 10 },
      { at: 200, value: 500 },
      { at: 215, value: 520 },
    ];
    expect(errors(190, samples, [0, 200, 215])).toBe(510);
    expect(successes(190, samples, [0, 200, 215])).toBe(20);
  });
});

describe('a counter that came back with the same value', () => {
  it('began anew if it counts errors: the first of a new process', () => {
    expect(errors(0, every15(1, 1, undefined, 1), scrapes(4))).toBe(1);
  });

  it('is taken for the same if it counts successes, so that none is counted twice', () => {
    expect(successes(0, every15(100, 110, undefined, 130), scrapes(4))).toBe(30);
  });

  it('is the same where the scrape failed', () => {
    expect(errors(0, every15(1, 1, undefined, 1), [0, 15, 45])).toBe(0);
  });
});

/** What a proxy did between two scrapes: requests of one kind, and whether it began anew before them. */
const interval = fc.record({ requests: fc.nat({ max: 50 }), anew: fc.boolean() });

describe('whatever a proxy does', () => {
  it('no error is missed that a scrape could see, and nothing counted that went not well', () => {
    fc.assert(
      fc.property(fc.array(interval, { minLength: 1, maxLength: 20 }), (intervals) => {
        let count = 0;
        let sum = 0;
        const values: (number | undefined)[] = [undefined];
        for (const { requests, anew } of intervals) {
          count = (anew ? 0 : count) + requests;
          sum += requests;
          // There is no series of what has not happened yet.
          values.push(count === 0 ? undefined : count);
        }
        const samples = every15(...values);
        const seen = scrapes(values.length);
        const wentWell = successes(0, samples, seen);
        const failed = errors(0, samples, seen);
        const isCertain = intervals.every(({ anew }) => !anew);
        return wentWell <= sum && failed >= wentWell && (!isCertain || (wentWell === sum && failed === sum));
      }),
      { numRuns: 1_000 },
    );
  });
});
