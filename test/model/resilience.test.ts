import { type Resilience, triesOf, worstCase } from '../../lib/model/resilience';

const retries = { attempts: 2, perTry: '1s', on: ['gateway-error'] } as const;

describe('the longest time a caller may wait', () => {
  it.each<[string, Resilience, number]>([
    ['has no end without a timeout', {}, Infinity],
    ['is the timeout', { timeout: '3s' }, 3000],
    ['is all tries and the pauses between them', { retries }, 3 * 1000 + 25 + 75],
    ['is the timeout if the tries would take longer', { timeout: '2500ms', retries }, 2500],
    ['is the tries if they end before the timeout', { timeout: '10s', retries }, 3100],
    [
      'has pauses of a quarter second at most',
      { retries: { ...retries, attempts: 5 } },
      6000 + 25 + 75 + 175 + 250 + 250,
    ],
  ])('%s', (_, resilience, expected) => {
    expect(worstCase(resilience)).toBe(expected);
  });
});

describe('the tries of a call', () => {
  it('are one, and one for each retry', () => {
    expect([triesOf({}), triesOf({ retries })]).toEqual([1, 3]);
  });
});
