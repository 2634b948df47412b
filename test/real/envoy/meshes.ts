import type { Mesh } from '../../../lib/model/mesh';
import type { Resilience } from '../../../lib/model/resilience';
import type { Service } from '../../../lib/model/service';
import { sampleRelease, sampleService } from '../../support/sample';

/** Shop calls orders, and a test says what it needs of the call and of the callee. */
export function pair({ callee = {}, call = {} }: { callee?: Partial<Service>; call?: Resilience }): Mesh {
  const shop = sampleService('shop');
  const orders = sampleService('orders', callee);
  return {
    services: [shop, orders],
    calls: [{ caller: shop, callee: orders, ...call }],
    edges: [],
    traffic: { pins: [], splits: new Map() },
  };
}

/** The objects of orders that Envoy has a listener for. */
export const ordersRoute = 'orders-vs';
export const ordersRateLimit = 'orders-rate-limit';

/** The name of the only release of orders, as proxies call it. */
export const ordersCluster = 'outbound|8080|stable|orders.orders.svc.cluster.local';

/** Every protocol, every limit, and every way to retry. */
export function meshOfEverything(): Mesh {
  const canary = sampleRelease('canary');
  const ejection = { consecutive5xx: 7, interval: '500ms', baseTime: '2m', maxPercent: 100 } as const;
  const pool = { maxConnections: 20, maxPendingRequests: 10, maxRequests: 30, maxRequestsPerConnection: 4 };
  const shop = sampleService('shop', { canary, rateLimit: { requests: 1000, per: '500ms' } });
  const orders = sampleService('orders', {
    canary,
    rateLimit: { requests: 12, per: '10m' },
    trafficPolicy: { connectionPool: { ...pool, upgradeToHttp2: true }, ejection },
  });
  const stock = sampleService('stock', {
    ports: [{ number: 9000, protocol: 'grpc' }],
    trafficPolicy: { connectionPool: { ...pool, upgradeToHttp2: false }, ejection },
  });
  const ledger = sampleService('ledger', { ports: [{ number: 5432, protocol: 'tcp' }] });
  const retries = { attempts: 2, perTry: '500ms', on: ['connect-failure', 'gateway-error', '429'] } as const;
  const onlyByStatus = { attempts: 1, perTry: '2s', on: ['503', '504'] } as const;
  return {
    services: [shop, orders, stock, ledger],
    calls: [
      { caller: shop, callee: orders, timeout: '10s', retries, idempotent: true },
      { caller: shop, callee: stock, timeout: '3s', retries: onlyByStatus, idempotent: true },
      { caller: orders, callee: stock, timeout: '400ms' },
      { caller: orders, callee: ledger },
    ],
    edges: [{ service: shop, hosts: ['shop.localhost'], timeout: '15s' }],
    traffic: { pins: [{ header: 'x-canary', value: 'true' }], splits: new Map([['shop', 10]]) },
  };
}
