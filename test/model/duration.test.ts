import { type Duration, seconds } from '../../lib/model/duration';

describe('a duration', () => {
  it.each<[Duration, number]>([
    ['500ms', 0.5],
    ['1500ms', 1.5],
    ['0s', 0],
    ['3s', 3],
    ['2.5s', 2.5],
    ['10m', 600],
  ])('of %s lasts %d seconds', (duration, expected) => {
    expect(seconds(duration)).toBe(expected);
  });
});
