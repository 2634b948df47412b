import fc from 'fast-check';
import type { Entrance } from '../../lib/load/entrance';
import { type LoadTest, loadTestOf } from '../../lib/load/load-test';
import { loadProfiles } from '../../lib/load/profile';
import type { Mesh } from '../../lib/model/mesh';
import { releasesOf } from '../../lib/model/service';
import type { Split } from '../../lib/model/traffic';
import { randomMesh } from '../projections/random-mesh';
import { frontend, service, shop, single, tiers } from '../telemetry/meshes';

const here: Entrance = { scheme: 'https', address: '127.0.0.1:443' };
const inCluster: Entrance = { service: 'gateway.istio-ingress.svc.cluster.local' };

function testOf(mesh: Mesh, entrance: Entrance = here): LoadTest {
  return loadTestOf({ mesh, name: 'load', profile: loadProfiles.load, entrance });
}

/** Every release the test watches, as `service-release`. */
function watched({ services }: LoadTest): string[] {
  return services.flatMap(({ releases }) => releases.map(({ name }) => name));
}

function withTraffic(splits: Record<string, Split>, mesh: Mesh = tiers): Mesh {
  return { ...mesh, traffic: { pins: [], splits: new Map(Object.entries(splits)) } };
}

describe('the services of a load test', () => {
  it('are all that an answer tells of, with every release', () => {
    expect(watched(testOf(shop()))).toEqual([
      'web-stable',
      'web-canary',
      ...['cart', 'catalog', 'currency', 'payment', 'shipping', 'email', 'checkout', 'ads'].map(
        (name) => `${name}-stable`,
      ),
      'advice-stable',
      'advice-canary',
    ]);
    expect(testOf(shop()).unseen).toEqual(['store']);
  });

  it('gain the service that the mesh gains, behind whatever calls it', () => {
    const before = shop();
    const added = service('gifts');
    const caller = before.services.find(({ name }) => name === 'checkout') ?? frontend;
    const after: Mesh = {
      ...before,
      services: [...before.services, added],
      calls: [...before.calls, { caller, callee: added }],
    };
    expect(watched(testOf(after))).toEqual([...watched(testOf(before)), 'gifts-stable', 'gifts-canary']);
    expect(testOf(after).options.thresholds).toMatchObject({
      'errors{service:gifts,release:stable}': ['rate<0.01'],
      'errors{service:gifts,release:canary}': ['rate<0.01'],
    });
  });

  it('and those that it can not see are all services of any mesh, each once', () => {
    fc.assert(
      fc.property(randomMesh({ services: 12, calls: 20 }), (mesh) => {
        const { services, unseen } = testOf(mesh);
        const seen = services.map((each) => each.service);
        expect([...seen, ...unseen].sort()).toEqual(mesh.services.map(({ name }) => name).sort());
        for (const each of mesh.services.filter(({ name }) => seen.includes(name))) {
          const releases = services.find((one) => one.service === each.name)?.releases.map(({ release }) => release);
          expect(releases).toEqual(releasesOf(each).map(({ name }) => name));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are not seen where only a job calls them', () => {
    const mesh: Mesh = {
      ...tiers,
      calls: [{ caller: { name: 'report', namespace: 'jobs' }, callee: tiers.services[2] }],
    };
    expect(testOf(mesh).unseen).toEqual(['backend', 'ml']);
  });
});

describe('the requests of a load test', () => {
  it('name the host in the address, and say where it is found, from outside', () => {
    const { entries, options } = testOf(tiers);
    expect(entries).toEqual([{ service: 'frontend', method: 'GET', url: 'https://frontend.local/', headers: {} }]);
    expect(options.hosts).toEqual({ 'frontend.local': '127.0.0.1:443', 'frontend.localhost': '127.0.0.1:443' });
  });

  it('name the gateway in the address and the host in a header, inside the cluster', () => {
    const { entries, options } = testOf(tiers, inCluster);
    expect(entries).toMatchObject([
      { url: 'http://gateway.istio-ingress.svc.cluster.local/', headers: { Host: 'frontend.local' } },
    ]);
    expect(options.hosts).toBeUndefined();
  });

  it('keep to what an edge allows', () => {
    const mesh: Mesh = {
      ...tiers,
      edges: [{ service: frontend, hosts: ['a.test'], methods: ['HEAD'], paths: ['/orders/*'] }],
    };
    expect(testOf(mesh).entries).toMatchObject([{ method: 'HEAD', url: 'https://a.test/orders/' }]);
  });

  it('stay away from an edge that speaks gRPC', () => {
    const calls = service('calls', { ports: [{ number: 7000, protocol: 'grpc' }] });
    const mesh: Mesh = { ...tiers, services: [calls], calls: [], edges: [{ service: calls, hosts: ['a.test'] }] };
    expect(testOf(mesh)).toMatchObject({ entries: [], unseen: ['calls'] });
  });

  it('come from fifty users for five minutes, and from one more who is pinned', () => {
    const mesh: Mesh = { ...tiers, traffic: { ...tiers.traffic, pins: [{ header: 'x-canary', value: 'true' }] } };
    expect(testOf(mesh).options.scenarios).toEqual({
      users: { executor: 'constant-vus', vus: 50, duration: '5m', exec: 'visit' },
      pins: { executor: 'constant-vus', vus: 1, duration: '5m', exec: 'visitPinned' },
    });
  });

  it('come from nobody pinned where there is no pin', () => {
    expect(Object.keys(testOf(tiers).options.scenarios)).toEqual(['users']);
  });

  it('stay below half of the lowest rate limit on their way', () => {
    const [first, second, third] = tiers.services;
    const limited = { ...second, rateLimit: { requests: 1000, per: '1m' } } as const;
    const mesh: Mesh = { ...tiers, services: [first, limited, third], calls: [{ caller: first, callee: limited }] };
    const perSecond = 51 / testOf(mesh).pauseSeconds;
    expect(perSecond).toBeCloseTo(1000 / 60 / 2, 5);
  });
});

describe('the thresholds of a load test', () => {
  const thresholds = (splits: Record<string, Split>, mesh: Mesh = tiers) =>
    testOf(withTraffic(splits, mesh)).options.thresholds;

  it('bound a share by 3.9 standard deviations of the fewest requests', () => {
    // 50 users, 5 minutes, a round of 1.5 seconds: 10 000 requests, a deviation of 0.3 %.
    expect(thresholds({ frontend: 10 })).toMatchObject({
      'answers{service:frontend}': ['count>=10000'],
      'split{service:frontend}': ['rate>=0.0883', 'rate<=0.1117'],
    });
  });

  it('leave no room where everything or nothing goes to the canary', () => {
    expect(thresholds({ frontend: 0, backend: 100 })).toMatchObject({
      'split{service:frontend}': ['rate>=0.0000', 'rate<=0.0000'],
      'split{service:backend}': ['rate>=1.0000', 'rate<=1.0000'],
    });
  });

  it('ask every call for its lane where a tier follows', () => {
    expect(thresholds({ frontend: 10, backend: 'follow' })['lane{service:backend}']).toEqual(['rate==1']);
  });

  it('ask nothing of the choice where there is one release', () => {
    const alone = {
      ...tiers,
      services: [single(frontend)],
      calls: [],
      edges: [{ service: single(frontend), hosts: ['a.test'] }],
    } as const;
    expect(Object.keys(thresholds({}, alone))).toEqual([
      'checks',
      'http_req_failed',
      'http_req_duration',
      'errors{service:frontend,release:stable}',
      'latency{service:frontend,release:stable}',
      'answers{service:frontend}',
    ]);
  });

  it('bound errors and latency of all requests', () => {
    expect(thresholds({})).toMatchObject({
      checks: ['rate>0.99'],
      http_req_failed: ['rate<0.01'],
      http_req_duration: ['p(95)<500'],
      'latency{service:frontend,release:canary}': ['p(95)<500'],
    });
  });
});
