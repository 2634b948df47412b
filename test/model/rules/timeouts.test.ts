import type { Resilience } from '../../../lib/model/resilience';
import { timeouts } from '../../../lib/model/rules/timeouts';
import { orders, sampleMesh, sampleService, shop, stock } from '../../support/sample';

/** What a caller of the orders waits, and what the orders wait for the stock. */
const find = (first: Resilience, second: Resilience) =>
  timeouts(
    sampleMesh({
      calls: [
        { caller: shop, callee: orders, ...first },
        { caller: orders, callee: stock, ...second },
      ],
      edges: [],
    }),
  );

describe('timeouts', () => {
  it('finds a caller that gives up before what it calls does', () => {
    expect(find({ timeout: '2s' }, { timeout: '3s' })).toMatchObject([
      {
        path: ['calls', 'shop -> orders -> stock'],
        value: '2000 ms',
        remedy: 'let shop wait 3000 ms or longer, or shorten orders -> stock',
      },
    ]);
  });

  it('finds a call without a timeout behind one that has it', () => {
    expect(find({ timeout: '2s' }, {})).toMatchObject([{ remedy: 'give orders -> stock a timeout below 2000 ms' }]);
  });

  it('finds retries that take longer than the caller waits, with the pauses between them', () => {
    const retries = { attempts: 2, perTry: '1s', on: ['5xx'] } as const;
    expect(find({ timeout: '3s' }, { retries })).toMatchObject([{ value: '3000 ms' }]);
    expect(find({ timeout: '3100ms' }, { retries })).toEqual([]);
  });

  it('finds a try of the caller that is shorter than what it calls', () => {
    const retries = { attempts: 1, perTry: '2s', on: ['5xx'] } as const;
    expect(find({ timeout: '10s', retries }, { timeout: '3s' })).toMatchObject([{ value: '2000 ms' }]);
  });

  it('finds it between the edge and the first call as well', () => {
    const edges = [{ service: shop, hosts: ['shop.localhost'] as const, timeout: '1s' as const }];
    expect(timeouts(sampleMesh({ edges }))).toMatchObject([{ path: ['calls', 'outside -> shop -> orders'] }]);
  });

  it('does not find timeouts that are equal, or a caller that waits for ever', () => {
    expect([...find({ timeout: '3s' }, { timeout: '3s' }), ...find({}, { timeout: '3s' }), ...find({}, {})]).toEqual(
      [],
    );
  });

  it('does not find a connection over TCP, on which no request ends', () => {
    const store = sampleService('store', { ports: [{ number: 6379, protocol: 'tcp' }] });
    const calls = [
      { caller: shop, callee: orders, timeout: '1s' as const },
      { caller: orders, callee: store },
    ];
    expect(timeouts(sampleMesh({ services: [shop, orders, store], calls, edges: [] }))).toEqual([]);
  });

  it('does not find anything in a good mesh', () => {
    expect(timeouts(sampleMesh())).toEqual([]);
  });
});
