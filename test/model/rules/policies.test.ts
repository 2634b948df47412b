import type { Call } from '../../../lib/model/call';
import type { Duration } from '../../../lib/model/duration';
import { policies } from '../../../lib/model/rules/policies';
import type { RetryCondition } from '../../../lib/model/resilience';
import type { Service } from '../../../lib/model/service';
import { sampleMesh, samplePolicy, sampleService, shop } from '../../support/sample';

const find = (service: Partial<Service>, call: Partial<Call> = {}) => {
  const callee = sampleService('orders', service);
  return policies(sampleMesh({ services: [shop, callee], calls: [{ caller: shop, callee, ...call }], edges: [] }));
};
const trafficPolicy = samplePolicy;
const retryOn = (condition: RetryCondition): Partial<Call> => ({
  idempotent: true,
  retries: { attempts: 1, perTry: '1s', on: ['5xx', condition] },
});

describe('policies', () => {
  it('does not find the sample', () => {
    expect(find({}, { timeout: '1s', ...retryOn('429') })).toEqual([]);
  });

  it.each([0, -1, 1.5])('finds %d connections', (maxConnections) => {
    const connectionPool = { ...trafficPolicy.connectionPool, maxConnections };
    expect(find({ trafficPolicy: { ...trafficPolicy, connectionPool } })).toMatchObject([{ value: maxConnections }]);
  });

  it.each([0, -1, 2.5])('finds ejection after %d errors', (consecutive5xx) => {
    const ejection = { ...trafficPolicy.ejection, consecutive5xx };
    expect(find({ trafficPolicy: { ...trafficPolicy, ejection } })).toMatchObject([{ value: consecutive5xx }]);
  });

  it.each<Duration>(['0s', '-30s', '0.5ms'])('finds an interval and a timeout of %s', (interval) => {
    const ejection = { ...trafficPolicy.ejection, interval };
    expect(find({ trafficPolicy: { ...trafficPolicy, ejection } }, { timeout: interval })).toMatchObject([
      { path: ['services', 'orders', 'trafficPolicy', 'ejection', 'interval'], value: interval },
      { path: ['calls', 'shop -> orders', 'timeout'], value: interval },
    ]);
  });

  it('finds a bucket that Envoy would have to refill too often, and not the fastest one', () => {
    expect(find({ rateLimit: { requests: 4, per: '49ms' } })).toMatchObject([{ value: '49ms' }]);
    expect(find({ rateLimit: { requests: 4, per: '50ms' } })).toEqual([]);
  });

  it('finds a grace period that is not whole seconds', () => {
    expect(find({ shutdown: { drain: '1s', grace: '1500ms' } })).toMatchObject([{ value: '1500ms' }]);
  });

  it.each<RetryCondition>(['420', '999', '-1', '1.5', '200'])('finds a retry on %s', (condition) => {
    expect(find({}, retryOn(condition))).toMatchObject([{ value: condition }]);
  });
});
