import { millisecondsOf } from '../../../lib/analysis/views/duration';

describe('a duration', () => {
  it.each([
    ['500ms', 500],
    ['1.5s', 1_500],
    ['1m30s', 90_000],
    ['0s', 0],
    ['.5h', 1_800_000],
  ])('%s is %d milliseconds', (text, expected) => {
    expect(millisecondsOf(text)).toBe(expected);
  });

  it.each(['', '5', 's', '5 s', '-5s', '5s later', '5d'])('%j is none', (text) => {
    expect(millisecondsOf(text)).toBeUndefined();
  });
});

describe('a duration in Go', () => {
  it.each([
    ['0', 0],
    ['3\u00b5s', 0.003],
    ['3\u03bcs', 0.003],
  ])('is %s too', (text, expected) => {
    expect(millisecondsOf(text)).toBeCloseTo(expected, 9);
  });
});
