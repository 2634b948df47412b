import { check } from '../../lib/model/check';
import type { TrafficPolicy } from '../../lib/model/traffic-policy';
import { sampleRelease, sampleService } from '../support/sample';
import { pair, published, readerOf } from './published';
import { threeTiers } from '../support/three-tiers';

const canary = sampleRelease('canary');

describe('the traffic policy of the lab article', () => {
  it.each(['frontend', 'backend', 'ml'])('is rendered for the %s as it is written', (tier) => {
    const rule = readerOf(threeTiers())(`DestinationRule ${tier}/${tier}-dr`);
    expect(rule).toHaveProperty('spec.host', `${tier}-service.${tier}.svc.cluster.local`);
    expect(rule).toHaveProperty(
      'spec.subsets',
      published('[{ name: stable, labels: { version: stable } }, { name: canary, labels: { version: canary } }]'),
    );
    expect(rule).toHaveProperty(
      'spec.trafficPolicy',
      published(`
        connectionPool:
          tcp: { maxConnections: 100 }
          http: { http1MaxPendingRequests: 50, maxRequestsPerConnection: 2 }
        outlierDetection: { consecutive5xxErrors: 3, interval: 10s, baseEjectionTime: 30s, maxEjectionPercent: 50 }
      `),
    );
  });
});

describe('the canary of the product catalog', () => {
  const trafficPolicy: TrafficPolicy = {
    connectionPool: { maxPendingRequests: 100, maxRequests: 1000 },
    ejection: { consecutive5xx: 3, interval: '10s', baseTime: '30s', maxPercent: 50 },
  };
  const catalog = sampleService('productcatalogservice', {
    namespace: 'boutique',
    ports: [{ number: 3550, protocol: 'grpc' }],
    canary,
    trafficPolicy,
  });
  const mesh = pair(
    catalog,
    {
      timeout: '3s',
      retries: { attempts: 2, perTry: '1s', on: ['gateway-error', 'connect-failure', 'retriable-4xx'] },
      idempotent: true,
    },
    { traffic: { pins: [], splits: new Map([['productcatalogservice', 5]]) } },
  );
  const host = 'productcatalogservice.boutique.svc.cluster.local';

  it('starts with 95 to 5, three seconds, and two retries of one second', () => {
    expect(readerOf(mesh)('VirtualService boutique/productcatalogservice-vs')).toHaveProperty(
      'spec.http',
      published(`
        - name: split
          route:
            - { destination: { host: ${host}, subset: stable, port: { number: 3550 } }, weight: 95 }
            - { destination: { host: ${host}, subset: canary, port: { number: 3550 } }, weight: 5 }
          timeout: 3s
          retries: { attempts: 2, perTryTimeout: 1s, retryOn: "gateway-error,connect-failure,retriable-4xx" }
      `),
    );
  });

  it('pools 100 waiting and 1000 HTTP/2 requests, and ejects after 3 errors', () => {
    expect(readerOf(mesh)('DestinationRule boutique/productcatalogservice-dr')).toHaveProperty(
      'spec.trafficPolicy',
      published(`
        connectionPool:
          http: { http1MaxPendingRequests: 100, http2MaxRequests: 1000 }
        outlierDetection: { consecutive5xxErrors: 3, interval: 10s, baseEjectionTime: 30s, maxEjectionPercent: 50 }
      `),
    );
  });

  it('is probed over gRPC, the one protocol that it speaks', () => {
    expect(readerOf(mesh)('Deployment boutique/productcatalogservice-stable')).toMatchObject({
      spec: { template: { spec: { containers: [published('{ readinessProbe: { grpc: { port: 3550 } } }')] } } },
    });
  });

  it('is refused with one pod a release, of which half can never be ejected', () => {
    const stable = sampleRelease('stable', { replicas: 1 });
    const single = { ...catalog, stable, canary: { ...canary, replicas: 1 } };
    expect(check(pair(single)).map(({ value, remedy }) => [value, remedy])).toEqual([
      [50, 'use 100, or more replicas'],
      [50, 'use 100, or more replicas'],
    ]);
  });
});

describe('the resilience of the boutique', () => {
  it('gives checkout ten seconds and one retry of eight', () => {
    const checkout = sampleService('checkoutservice', {
      namespace: 'boutique',
      ports: [{ number: 5050, protocol: 'grpc' }],
    });
    const retries = { attempts: 1, perTry: '8s', on: ['reset', 'connect-failure'] } as const;
    const mesh = pair(checkout, { timeout: '10s', retries, idempotent: true });
    expect(readerOf(mesh)('VirtualService boutique/checkoutservice-vs')).toMatchObject({
      spec: {
        http: [
          published('{ timeout: 10s, retries: { attempts: 1, perTryTimeout: 8s, retryOn: "reset,connect-failure" } }'),
        ],
      },
    });
  });

  it('limits four pods of the frontend to 250 requests a minute each, 1000 in all', () => {
    const frontend = sampleService('frontend', { canary, rateLimit: { requests: 1000, per: '1m' } });
    const filter = readerOf(pair(frontend))('EnvoyFilter frontend/frontend-rate-limit');
    expect(filter).toMatchObject({
      spec: published(`
        workloadSelector: { labels: { app: frontend } }
        configPatches:
          - applyTo: HTTP_FILTER
            match: { context: SIDECAR_INBOUND }
            patch:
              operation: INSERT_BEFORE
              value:
                name: envoy.filters.http.local_ratelimit
                typed_config:
                  token_bucket: { max_tokens: 250, tokens_per_fill: 250, fill_interval: 60s }
                  filter_enabled: { default_value: { numerator: 100, denominator: HUNDRED } }
                  filter_enforced: { default_value: { numerator: 100, denominator: HUNDRED } }
      `),
    });
  });
});

describe('the building blocks of the guide', () => {
  const orders = sampleService('orders', { canary });
  const host = 'orders.orders.svc.cluster.local';

  it('send beta testers to the new version, and everybody else to the old one', () => {
    const traffic = { pins: [{ header: 'x-user-type', value: 'beta-tester' }], splits: new Map() };
    expect(readerOf(pair(orders, {}, { traffic }))('VirtualService orders/orders-vs')).toMatchObject({
      spec: published(`
        http:
          - match: [{ headers: { x-user-type: { exact: beta-tester } } }]
            route: [{ destination: { host: ${host}, subset: canary }, weight: 100 }]
          - route:
              - { destination: { host: ${host}, subset: stable }, weight: 100 }
              - { destination: { host: ${host}, subset: canary }, weight: 0 }
      `),
    });
  });

  // `attempts` counts retries, in Istio and in the model: three of them are four tries at most.
  it('wait ten seconds, with three retries of three seconds', () => {
    const retries = { attempts: 3, perTry: '3s', on: ['5xx', 'reset', 'connect-failure'] } as const;
    const mesh = pair(orders, { timeout: '10s', retries, idempotent: true });
    expect(readerOf(mesh)('VirtualService orders/orders-vs')).toMatchObject({
      spec: {
        http: [
          published(
            '{ timeout: 10s, retries: { attempts: 3, perTryTimeout: 3s, retryOn: "5xx,reset,connect-failure" } }',
          ),
        ],
      },
    });
  });

  it('break the circuit as it is written', () => {
    const trafficPolicy: TrafficPolicy = {
      connectionPool: { maxConnections: 100, maxPendingRequests: 100, maxRequests: 1000, upgradeToHttp2: true },
      ejection: { consecutive5xx: 5, interval: '30s', baseTime: '60s', maxPercent: 50 },
    };
    expect(readerOf(pair({ ...orders, trafficPolicy }))('DestinationRule orders/orders-dr')).toHaveProperty(
      'spec.trafficPolicy',
      published(`
        connectionPool:
          tcp: { maxConnections: 100 }
          http: { h2UpgradePolicy: UPGRADE, http1MaxPendingRequests: 100, http2MaxRequests: 1000 }
        outlierDetection: { consecutive5xxErrors: 5, interval: 30s, baseEjectionTime: 60s, maxEjectionPercent: 50 }
      `),
    );
  });
});
