import type { Resilience } from '../../../lib/model/resilience';
import { lostTries } from '../../../lib/model/rules/lost-tries';
import { orders, sampleMesh, shop } from '../../support/sample';

const retries = { attempts: 3, perTry: '2s', on: ['5xx'] } as const;
const find = (resilience: Resilience) =>
  lostTries(sampleMesh({ calls: [{ caller: shop, callee: orders, ...resilience }], edges: [] }));

describe('lost tries', () => {
  it('finds a timeout that the tries before the last may use up', () => {
    expect(find({ timeout: '6s', retries })).toMatchObject([
      {
        path: ['calls', 'shop -> orders', 'timeout'],
        value: '6s',
        remedy: 'use a timeout of more than 6000ms, or fewer or shorter tries',
      },
    ]);
  });

  it('does not find a last try that is cut short', () => {
    expect(find({ timeout: '6001ms', retries })).toEqual([]);
  });

  it('does not find tries or a timeout alone', () => {
    expect([...find({ timeout: '1s' }), ...find({ retries })]).toEqual([]);
  });
});
