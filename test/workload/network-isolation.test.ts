import { CallGraph, type Mesh } from '../../lib/model/mesh';
import type { Identity } from '../../lib/model/identity';
import { DefaultDeny, NetworkIsolation } from '../../lib/workload/network-isolation';
import { objectsOf } from '../support/objects-of';
import { platform } from '../support/platform';
import { orders, sampleJob, sampleMesh, sampleRelease, sampleService, shop, stock } from '../support/sample';

function isolation(workload: Identity, mesh: Mesh) {
  const graph = new CallGraph(mesh);
  const [policy] = objectsOf((chart) => new NetworkIsolation(chart, 'it', { workload, graph, platform }));
  return policy;
}

const tcp = (...ports: readonly number[]) => ports.map((port) => ({ port, protocol: 'TCP' }));
const pods = (namespace: string, matchLabels: Readonly<Record<string, string>>) => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
  podSelector: { matchLabels },
});
const scraping = { from: [pods('watch', { app: 'numbers' })], ports: tcp(15020, 15090) };
const platformRules = [
  {
    to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'names' } } }],
    ports: [{ port: 53, protocol: 'UDP' }, ...tcp(53)],
  },
  { to: [pods('control', { app: 'pilot' })], ports: tcp(15012) },
  { to: [pods('watch', { app: 'spans' })], ports: tcp(9411) },
];

describe('the network of a service', () => {
  it('lets in its callers and whoever reads metrics, and out to its callees and the platform', () => {
    expect(isolation(orders, sampleMesh())?.['spec']).toEqual({
      podSelector: { matchLabels: { app: 'orders' } },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [pods('shop', { app: 'shop' })], ports: tcp(8080) }, scraping],
      egress: [{ to: [pods('stock', { app: 'stock' })], ports: tcp(8080) }, ...platformRules],
    });
  });

  it('lets in the gateway where the outside world reaches it', () => {
    expect(isolation(shop, sampleMesh())).toHaveProperty('spec.ingress', [
      { from: [pods('edge', { istio: 'door' })], ports: tcp(8080) },
      scraping,
    ]);
  });

  it('lets in nobody else where nobody calls it', () => {
    const alone = sampleMesh({ calls: [], edges: [] });
    expect(isolation(stock, alone)).toHaveProperty('spec.ingress', [scraping]);
    expect(isolation(stock, alone)).toHaveProperty('spec.egress', platformRules);
  });

  it('knows the ports of the pods, and not that of the Service: those of both releases, on both sides', () => {
    const callee = sampleService('stock', {
      ports: [{ number: 80, protocol: 'http' }],
      stable: sampleRelease('stable', { listensOn: { 80: 3000 } }),
      canary: sampleRelease('canary', { listensOn: { 80: 4000 } }),
    });
    const mesh = sampleMesh({ services: [shop, callee], calls: [{ caller: shop, callee }] });
    const ports = tcp(3000, 4000);
    expect(isolation(callee, mesh)).toHaveProperty('spec.ingress.0', { from: [pods('shop', { app: 'shop' })], ports });
    expect(isolation(shop, mesh)).toHaveProperty('spec.egress.0', { to: [pods('stock', { app: 'stock' })], ports });
  });

  it('lets out to a host of the internet at its port, and never to an address of the cluster that way', () => {
    const to = { host: 'api.example.com', port: 443, protocol: 'tls' } as const;
    expect(isolation(stock, sampleMesh({ externalCalls: [{ caller: stock, to }] }))).toHaveProperty('spec.egress.0', {
      to: [
        {
          ipBlock: {
            cidr: '0.0.0.0/0',
            except: ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'],
          },
        },
      ],
      ports: tcp(443),
    });
  });
});

describe('the network of a job', () => {
  it('lets in whoever reads metrics alone', () => {
    const job = sampleJob('report');
    const mesh = sampleMesh({ jobs: [job], calls: [{ caller: job, callee: stock }] });
    expect(isolation(job, mesh)).toHaveProperty('spec.ingress', [scraping]);
    expect(isolation(job, mesh)).toHaveProperty('spec.egress.0.to', [pods('stock', { app: 'stock' })]);
  });
});

describe('the default of a namespace', () => {
  it('closes every pod that no other policy selects, in both directions', () => {
    const [policy] = objectsOf((chart) => new DefaultDeny(chart, 'it'));
    expect(policy?.['spec']).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
  });
});
