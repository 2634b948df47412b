import { isWithinBound, shareBound } from '../../lib/statistics/share-bound';

/** The probability of at most so many successes, summed term by term: what the bound is defined by. */
function atMost(taken: number, requests: number, share: number): number {
  let term = (1 - share) ** requests;
  let sum = term;
  for (let k = 1; k <= taken; k += 1) {
    term *= ((requests - k + 1) / k) * (share / (1 - share));
    sum += term;
  }
  return sum;
}

describe('the bound of a measured share', () => {
  it.each([
    [10, 100],
    [1, 60],
    [5, 200],
    [50, 100],
  ])('leaves half of one in ten thousand on either side, for %d of %d', (taken, requests) => {
    const { lower, upper } = shareBound(taken, requests);
    expect(atMost(taken, requests, upper)).toBeCloseTo(0.00005, 8);
    expect(1 - atMost(taken - 1, requests, lower)).toBeCloseTo(0.00005, 8);
  });

  it('reaches to the end where none or all went there', () => {
    expect(shareBound(0, 50).lower).toBe(0);
    expect(shareBound(50, 50).upper).toBe(1);
  });

  it('takes what chance makes of ten percent, and not what it does not', () => {
    expect(isWithinBound(13, 100, 0.1)).toBe(true);
    expect(isWithinBound(45, 100, 0.1)).toBe(false);
    expect(isWithinBound(0, 200, 0.1)).toBe(false);
  });

  it('leaves nothing to chance where a share is none or all', () => {
    expect(isWithinBound(20, 20, 1)).toBe(true);
    expect(isWithinBound(19, 20, 1)).toBe(false);
    expect(isWithinBound(1, 20, 0)).toBe(false);
  });
});
