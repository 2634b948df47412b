import { repeated } from '../../../lib/model/rules/repeated';

describe('repeated', () => {
  it('finds every item but the first of a key', () => {
    expect(repeated(['ant', 'bee', 'asp', 'auk'], (word) => word[0])).toEqual(['asp', 'auk']);
  });

  it('does not find items of different keys', () => {
    expect(repeated(['ant', 'bee'], (word) => word[0])).toEqual([]);
  });
});
