import { shareOf, type Split } from '../../lib/model/traffic';

describe('the share of a release', () => {
  it.each<[Split, number, number]>([
    [0, 100, 0],
    [10, 90, 10],
    [100, 0, 100],
    ['follow', 100, 0],
  ])('under the split %s is %d % for stable and %d % for canary', (split, stable, canary) => {
    expect([shareOf('stable', split), shareOf('canary', split)]).toEqual([stable, canary]);
  });
});
