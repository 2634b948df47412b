import { Subsets } from '../../lib/mesh/subsets';
import type { Service } from '../../lib/model/service';
import { objectsOf } from '../support/objects-of';
import { samplePolicy, sampleRelease, sampleService } from '../support/sample';

function rule(difference: Partial<Service> = {}) {
  const service = sampleService('shop', { serviceName: 'shop-service', ...difference });
  const [object] = objectsOf((chart) => new Subsets(chart, 'it', { service, visibleIn: ['edge', 'web'] }));
  return object;
}

describe('the subsets of a service', () => {
  it('are one for each release, for the proxies of its callers', () => {
    const spec = {
      host: 'shop-service.shop.svc.cluster.local',
      exportTo: ['edge', 'web'],
      subsets: [{ name: 'stable', labels: { version: 'stable' } }],
    };
    expect(rule()).toMatchObject({ metadata: { name: 'shop-dr' }, spec });
    expect(rule({ canary: sampleRelease('canary') })).toHaveProperty('spec.subsets.1', {
      name: 'canary',
      labels: { version: 'canary' },
    });
  });

  it('say nothing of TLS, which Istio then uses wherever the other side has a sidecar', () => {
    expect(rule()).not.toHaveProperty('spec.trafficPolicy.tls');
  });
});

describe('the traffic policy of a service', () => {
  const withPolicy = (policy: Partial<typeof samplePolicy>) => rule({ trafficPolicy: { ...samplePolicy, ...policy } });

  it('is by default 1024 waiting requests, and half of the pods out after 5 errors', () => {
    const service = { ...sampleService('shop') };
    delete service.trafficPolicy;
    const [object] = objectsOf((chart) => new Subsets(chart, 'it', { service, visibleIn: [] }));
    expect(object).toHaveProperty('spec.trafficPolicy', {
      connectionPool: { http: { http1MaxPendingRequests: 1024 } },
      outlierDetection: {
        consecutive5xxErrors: 5,
        interval: '10s',
        baseEjectionTime: '30s',
        maxEjectionPercent: 50,
      },
    });
  });

  it('has each limit of connections and requests that the service has, and no other', () => {
    const pool = { maxConnections: 1, maxPendingRequests: 2, maxRequests: 3, maxRequestsPerConnection: 4 };
    expect(withPolicy({ connectionPool: pool })).toHaveProperty('spec.trafficPolicy.connectionPool', {
      tcp: { maxConnections: 1 },
      http: { http1MaxPendingRequests: 2, http2MaxRequests: 3, maxRequestsPerConnection: 4 },
    });
    expect(withPolicy({ connectionPool: { maxPendingRequests: 2 } })).toHaveProperty(
      'spec.trafficPolicy.connectionPool',
      { http: { http1MaxPendingRequests: 2 } },
    );
  });

  it.each([
    [true, 'UPGRADE'],
    [false, 'DO_NOT_UPGRADE'],
  ])('upgrades to HTTP/2 or forbids it: %p', (upgradeToHttp2, h2UpgradePolicy) => {
    expect(withPolicy({ connectionPool: { maxPendingRequests: 2, upgradeToHttp2 } })).toMatchObject({
      spec: { trafficPolicy: { connectionPool: { http: { h2UpgradePolicy } } } },
    });
  });

  it('counts 5xx by the field that Istio still reads', () => {
    const ejection = { consecutive5xx: 7, interval: '5s', baseTime: '1m', maxPercent: 100 } as const;
    expect(withPolicy({ ejection })).toHaveProperty('spec.trafficPolicy.outlierDetection', {
      consecutive5xxErrors: 7,
      interval: '5s',
      baseEjectionTime: '1m',
      maxEjectionPercent: 100,
    });
  });
});
