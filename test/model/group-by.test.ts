import { groupBy } from '../../lib/model/group-by';

describe('grouping', () => {
  it('keeps keys and items in the order in which they first come', () => {
    const groups = groupBy(['bee', 'ant', 'bat', 'asp'], (word) => word[0]);
    expect([...groups]).toEqual([
      ['b', ['bee', 'bat']],
      ['a', ['ant', 'asp']],
    ]);
  });
});
