import type { Call } from '../../lib/model/call';
import { check } from '../../lib/model/check';
import type { Mesh } from '../../lib/model/mesh';
import type { Service } from '../../lib/model/service';
import { orders, sampleMesh, samplePolicy, sampleService, shop, stock } from '../support/sample';

/** Shop calls orders, orders call stock, one field of the latter two calls or of the stock at a time being wrong. */
const withCalls = (first: Partial<Call>, second: Partial<Call>, ...more: readonly Call[]): Mesh =>
  sampleMesh({
    calls: [{ caller: shop, callee: orders, ...first }, { caller: orders, callee: stock, ...second }, ...more],
    edges: [{ service: shop, hosts: ['shop.localhost'] }],
  });
const withStock = (overrides: Partial<Service>): Mesh => {
  const changed = { ...stock, ...overrides };
  return sampleMesh({
    services: [shop, orders, changed],
    calls: [
      { caller: shop, callee: orders },
      { caller: orders, callee: changed, timeout: '5s' },
    ],
    edges: [],
  });
};
const again = (attempts: number, perTry: '1s' | '4s') => ({
  idempotent: true,
  retries: { attempts, perTry, on: ['5xx'] } as const,
});
const { connectionPool, ejection } = samplePolicy;

describe('a mesh that cannot hold what it says', () => {
  it('is good before it is changed', () => {
    expect([...check(withCalls({}, {})), ...check(withStock({}))]).toEqual([]);
  });

  it.each<[string, Mesh, string, string]>([
    [
      'a call to a service that is not declared',
      withCalls({}, {}, { caller: stock, callee: sampleService('stranger') }),
      'calls.stock -> stranger',
      'the callee of a call is a service of the mesh',
    ],
    [
      'a gRPC method on an HTTP call',
      withCalls({}, { grpcMethods: ['/shop.Stock/Count'] }),
      'calls.orders -> stock.grpcMethods',
      'a call over http has no grpcMethods',
    ],
    [
      'retries of what may not be done twice',
      withCalls({}, { retries: { attempts: 1, perTry: '1s', on: ['5xx'] } }),
      'calls.orders -> stock.retries',
      'orders -> stock is not marked idempotent',
    ],
    [
      'timeouts that do not nest',
      withCalls({ timeout: '2s' }, { timeout: '3s' }),
      'calls.shop -> orders -> stock',
      'on shop -> orders -> stock, shop waits 2000 ms for one try, and orders -> stock may take 3000 ms',
    ],
    [
      'a call without a timeout behind one that has it',
      withCalls({ timeout: '2s' }, {}),
      'calls.shop -> orders -> stock',
      'orders -> stock has no timeout',
    ],
    [
      'an ejection that can never happen',
      withStock({ trafficPolicy: { connectionPool, ejection: { ...ejection, maxPercent: 49 } } }),
      'services.stock.trafficPolicy.ejection.maxPercent',
      'one of 2 pods is 100 / 2 = 50 %, more than the 49 %',
    ],
    [
      'a rate limit of nothing',
      withStock({ rateLimit: { requests: 0, per: '1m' } }),
      'services.stock.rateLimit.requests',
      'a rate limit lets at least one request through',
    ],
    [
      'a rate limit that its pods cannot share',
      withStock({ rateLimit: { requests: 7, per: '1m' } }),
      'services.stock.rateLimit.requests',
      'every pod gets a whole share of the limit, and 7 / 2 = 3.5 is none',
    ],
    [
      'a circle',
      withCalls({}, {}, { caller: stock, callee: shop }),
      'calls.shop -> orders -> stock -> shop',
      'calls do not go in a circle',
    ],
    [
      'tries that multiply',
      withCalls(again(1, '4s'), again(2, '1s')),
      'calls.shop -> orders -> stock',
      'tries multiply along shop -> orders -> stock: 2 x 3 = 6, and one request may cause 4 at most',
    ],
    [
      'more pods than fit',
      {
        ...withStock({}),
        budget: {
          capacity: { cpu: '1', memory: '4Gi' },
          sidecar: { cpu: '100m', memory: '64Mi' },
          platform: [{ cpu: '200m', memory: '1Gi' }],
        },
      },
      'capacity.cpu',
      'services 0.5 CPU + jobs 0 CPU + sidecars 1 CPU + platform 0.2 CPU = 1.7 CPU',
    ],
    [
      'a grace period that is over before the longest request',
      withStock({ shutdown: { drain: '5s', grace: '10s' } }),
      'services.stock.shutdown.grace',
      '5000 + 5000 = 10000 ms',
    ],
    [
      'a pool that is smaller than the pods',
      withStock({ trafficPolicy: { connectionPool: { ...connectionPool, maxConnections: 1 }, ejection } }),
      'services.stock.trafficPolicy.connectionPool.maxConnections',
      'needs a connection to each of its 2 pods, and may open 1',
    ],
  ])('with %s is refused by one message', (_, mesh, path, rule) => {
    const [problem, ...others] = check(mesh);
    expect(others).toEqual([]);
    expect(problem?.path.join('.')).toBe(path);
    expect(problem?.rule).toContain(rule);
    expect(problem?.remedy).not.toBe('');
  });
});
