import { processTimeouts } from '../../../lib/model/rules/process-timeouts';
import type { ProcessTimeouts } from '../../../lib/model/process';
import type { Resilience } from '../../../lib/model/resilience';
import { sampleMesh, sampleRelease, sampleService } from '../../support/sample';

/** Shop calls orders; each has a process with these timeouts. */
function find(timeouts: { shop?: ProcessTimeouts; orders?: ProcessTimeouts }, call: Resilience) {
  const [caller, callee] = (['shop', 'orders'] as const).map((name) => {
    const own = timeouts[name];
    return sampleService(name, { stable: sampleRelease('stable', own === undefined ? {} : { timeouts: own }) });
  });
  if (caller === undefined || callee === undefined) {
    throw new Error('there are two');
  }
  return processTimeouts(sampleMesh({ services: [caller, callee], calls: [{ caller, callee, ...call }], edges: [] }));
}

describe('the timeouts of a process', () => {
  it('are found where it cuts off an answer that its caller still waits for', () => {
    expect(find({ orders: { answer: '10s' } }, { timeout: '10s' })).toMatchObject([
      {
        path: ['services', 'orders', 'stable', 'timeouts', 'answer'],
        value: '10s',
        rule: 'on shop -> orders the caller waits 10000 ms, and would see a cut connection before',
      },
    ]);
  });

  it('are found where it gives up on a callee that may still answer', () => {
    expect(find({ shop: { call: '2s' } }, { timeout: '3s' })).toMatchObject([
      {
        path: ['services', 'shop', 'stable', 'timeouts', 'call'],
        rule: 'shop -> orders may take 3000 ms, and the process would give up before',
      },
    ]);
  });

  it('compare with one try, not with all of them, where the callee answers', () => {
    const retries = { attempts: 2, perTry: '1s', on: ['5xx'] } as const;
    expect(find({ orders: { answer: '2s' } }, { timeout: '10s', retries, idempotent: true })).toEqual([]);
    expect(find({ shop: { call: '2s' } }, { timeout: '10s', retries, idempotent: true })).toHaveLength(1);
  });

  it('are no problem where they are longer, or nobody declared how long to wait', () => {
    expect(find({ shop: { call: '11s' }, orders: { answer: '11s' } }, { timeout: '10s' })).toEqual([]);
    expect(find({ shop: { call: '1s' }, orders: { answer: '1s' } }, {})).toEqual([]);
  });
});
