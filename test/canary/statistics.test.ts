import { chanceOfMore, lowerBound, upperBound } from '../../lib/canary/statistics';

/** Logarithms of the factorials, by their sum: slow, and nothing of what is tested. */
function logFactorials(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let i = 1; i <= n; i += 1) {
    logs[i] = (logs[i - 1] ?? 0) + Math.log(i);
  }
  return logs;
}

const logs = logFactorials(20_000);
const logChoose = (n: number, k: number): number => (logs[n] ?? NaN) - (logs[k] ?? NaN) - (logs[n - k] ?? NaN);
const sum = (from: number, to: number, term: (i: number) => number): number => {
  let total = 0;
  for (let i = from; i <= to; i += 1) {
    total += Math.exp(term(i));
  }
  return total;
};
const atMost = (errors: number, requests: number, share: number): number =>
  sum(0, errors, (k) => logChoose(requests, k) + k * Math.log(share) + (requests - k) * Math.log1p(-share));

describe('the bounds of a share', () => {
  it.each([
    [0, 50, 0.01],
    [1, 100, 0.001],
    [5, 10, 0.05],
    [10, 1_000, 0.001],
    [99, 100, 0.001],
    [100, 10_000, 1e-6],
    [9_000, 10_000, 1e-9],
  ])('are what their definition says: %i errors of %i requests, chance %d', (errors, requests, chance) => {
    const counts = { requests, errors };
    expect(atMost(errors, requests, upperBound(counts, chance)) / chance).toBeCloseTo(1, 5);
    const more = errors === 0 ? chance : 1 - atMost(errors - 1, requests, lowerBound(counts, chance));
    expect(Math.abs(more - chance)).toBeLessThan(1e-9);
  });

  it('have a closed form where nothing or everything failed', () => {
    for (const requests of [1, 50, 10_000, 1_000_000]) {
      const extreme = 0.001 ** (1 / requests);
      expect(upperBound({ requests, errors: 0 }, 0.001)).toBeCloseTo(1 - extreme, 12);
      expect(lowerBound({ requests, errors: requests }, 0.001)).toBeCloseTo(extreme, 12);
      expect(upperBound({ requests, errors: requests }, 0.001)).toBe(1);
      expect(lowerBound({ requests, errors: 0 }, 0.001)).toBe(0);
    }
  });

  it('say nothing of nothing', () => {
    expect([lowerBound({ requests: 0, errors: 0 }, 0.001), upperBound({ requests: 0, errors: 0 }, 0.001)]).toEqual([
      0, 1,
    ]);
  });

  it('stay numbers with a million requests, and close in', () => {
    for (const errors of [0, 1, 10, 10_000, 500_000, 999_999, 1_000_000]) {
      const counts = { requests: 1_000_000, errors };
      const [low, high] = [lowerBound(counts, 0.001), upperBound(counts, 0.001)];
      expect([low <= errors / 1e6, errors / 1e6 <= high, high - low < 0.004]).toEqual([true, true, true]);
    }
  });
});

describe('the chance of so many more errors', () => {
  it('is known of the lady who tasted tea, and of other small tables', () => {
    expect(chanceOfMore({ requests: 4, errors: 3 }, { requests: 4, errors: 1 })).toBeCloseTo(17 / 70, 12);
    expect(chanceOfMore({ requests: 4, errors: 4 }, { requests: 4, errors: 0 })).toBeCloseTo(1 / 70, 12);
    expect(chanceOfMore({ requests: 10, errors: 10 }, { requests: 10, errors: 0 })).toBeCloseTo(1 / 184_756, 12);
  });

  it.each([
    [8, 500, 10, 9_500],
    [20, 1_000, 19, 19_000],
    [60, 5_000, 5, 5_000],
    [300, 1_000, 10, 10_000],
  ])('is the sum of the tables that are as bad: %i of %i against %i of %i', (a, n, b, m) => {
    const errors = a + b;
    const exact = sum(
      a,
      Math.min(n, errors),
      (k) => logChoose(n, k) + logChoose(m, errors - k) - logChoose(n + m, errors),
    );
    expect(chanceOfMore({ requests: n, errors: a }, { requests: m, errors: b }) / exact).toBeCloseTo(1, 6);
  });

  it('is one where the share is no higher, however large the numbers', () => {
    const million = 1_000_000;
    expect(chanceOfMore({ requests: million, errors: 1 }, { requests: million, errors: 2_000 })).toBe(1);
    expect(chanceOfMore({ requests: million, errors: 0 }, { requests: million, errors: 0 })).toBe(1);
    expect(chanceOfMore({ requests: 10, errors: 1 }, { requests: 100, errors: 10 })).toBe(1);
    expect(chanceOfMore({ requests: 0, errors: 0 }, { requests: 100, errors: 10 })).toBe(1);
    expect(chanceOfMore({ requests: 100, errors: 10 }, { requests: 0, errors: 0 })).toBe(1);
  });

  it('is all but nothing where a million requests say so, and not where they do not', () => {
    const million = 1_000_000;
    expect(chanceOfMore({ requests: million, errors: 2_000 }, { requests: million, errors: 1_000 })).toBeLessThan(
      1e-50,
    );
    expect(chanceOfMore({ requests: million, errors: 1_000 }, { requests: million, errors: 999 })).toBeCloseTo(0.5, 1);
    expect(chanceOfMore({ requests: 1e12, errors: 2e9 }, { requests: 1e12, errors: 1e9 })).toBeLessThan(1e-50);
    expect(chanceOfMore({ requests: million, errors: million }, { requests: million, errors: 0 })).toBeLessThan(1e-50);
  });
});
