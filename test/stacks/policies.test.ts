import { named, objectsIn, ofKind } from '../support/kube-objects';
import { renderYaml } from './rendered';

const files = renderYaml();
const objects = objectsIn(files);

describe.each(['frontend', 'backend', 'ml'])('the traffic policy of the %s', (tier) => {
  const rule = named('DestinationRule', `${tier}-dr`, objects);

  it('tells the releases apart by the label version', () => {
    expect(rule).toMatchObject({
      spec: {
        host: `${tier}-service.${tier}.svc.cluster.local`,
        subsets: [
          { name: 'stable', labels: { version: 'stable' } },
          { name: 'canary', labels: { version: 'canary' } },
        ],
      },
    });
  });

  it('takes 100 connections, 50 waiting requests, and 2 requests a connection', () => {
    expect(rule).toMatchObject({
      spec: {
        trafficPolicy: {
          connectionPool: {
            tcp: { maxConnections: 100 },
            http: { http1MaxPendingRequests: 50, maxRequestsPerConnection: 2 },
          },
        },
      },
    });
  });

  it('ejects one of two pods after 3 errors, for 30 s, looking every 10 s', () => {
    expect(rule).toMatchObject({
      spec: {
        trafficPolicy: {
          outlierDetection: {
            consecutive5xxErrors: 3,
            interval: '10s',
            baseEjectionTime: '30s',
            maxEjectionPercent: 50,
          },
        },
      },
    });
  });

  it('holds for the proxies that call the tier', () => {
    const callers = { frontend: ['istio-ingress'], backend: ['frontend'], ml: ['backend'] }[tier];
    expect(rule).toMatchObject({ spec: { exportTo: callers } });
  });
});

describe('the files', () => {
  it('never say consecutiveErrors, which Istio takes and ignores', () => {
    expect(files.filter(({ text }) => text.includes('consecutiveErrors'))).toEqual([]);
  });

  it('never switch TLS off', () => {
    expect(JSON.stringify(objects)).not.toMatch(/"mode":"(DISABLE|PERMISSIVE)"/);
  });
});

describe('mutual TLS', () => {
  it.each(['istio-system', 'frontend', 'backend', 'ml'])('is STRICT in %s', (namespace) => {
    const policies = ofKind('PeerAuthentication', objects).filter(({ metadata }) => metadata.namespace === namespace);
    expect(policies).toMatchObject([{ metadata: { name: 'default' }, spec: { mtls: { mode: 'STRICT' } } }]);
  });
});

describe('a tier on its way into the mesh', () => {
  const onTheWay = objectsIn(renderYaml({ settings: 'mtls: { ml: permissive }' }));
  const modeIn = (namespace: string) =>
    ofKind('PeerAuthentication', onTheWay)
      .filter(({ metadata }) => metadata.namespace === namespace)
      .map(({ spec }) => spec);

  it('also takes plaintext, and no other does', () => {
    expect(modeIn('ml')).toEqual([{ mtls: { mode: 'PERMISSIVE' } }]);
    for (const namespace of ['istio-system', 'frontend', 'backend']) {
      expect(modeIn(namespace)).toEqual([{ mtls: { mode: 'STRICT' } }]);
    }
  });

  it('refuses nobody, because it can not tell its callers apart', () => {
    const policies = ofKind('AuthorizationPolicy', onTheWay).map(({ metadata }) => metadata.namespace);
    expect(policies).not.toContain('ml');
    expect(policies).toContain('backend');
  });
});

describe('every proxy', () => {
  it.each([
    ['5 %', '', 5],
    ['100 %', 'profile: demo', 100],
    ['0.5 %', 'sampling: 0.5', 0.5],
    ['100 %', 'incident: true', 100],
  ])('traces %s of the requests under the settings %p, and writes an access log', (_, settings, percentage) => {
    const telemetry = named('Telemetry', 'mesh-default', objectsIn(renderYaml({ settings })));
    expect(telemetry).toMatchObject({
      metadata: { namespace: 'istio-system' },
      spec: {
        tracing: [{ providers: [{ name: 'jaeger' }], randomSamplingPercentage: percentage }],
        accessLogging: [{ providers: [{ name: 'envoy' }] }],
      },
    });
  });

  it('tags the spans of its calls with the label version of the pod that answered', () => {
    expect(named('Telemetry', 'mesh-default', objects)).toMatchObject({
      spec: {
        tracing: [
          { customTags: { release: { formatter: { value: '%FILTER_STATE(upstream_peer_obj:FIELD:version)%' } } } },
        ],
      },
    });
  });
});
