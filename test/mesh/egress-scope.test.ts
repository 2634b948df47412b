import { EgressScope } from '../../lib/mesh/egress-scope';
import type { Identity } from '../../lib/model/identity';
import { CallGraph, type Mesh } from '../../lib/model/mesh';
import { objectsOf } from '../support/objects-of';
import { platform } from '../support/platform';
import { orders, sampleJob, sampleMesh, stock } from '../support/sample';

const collector = 'watch/spans.watch.svc.cluster.local';

function scope(workload: Identity, mesh: Mesh) {
  const graph = new CallGraph(mesh);
  const [sidecar] = objectsOf((chart) => new EgressScope(chart, 'it', { workload, graph, platform }));
  return sidecar;
}

describe('what the proxies of a workload know', () => {
  it('are the hosts it calls and the collector of traces, and nothing else is reachable', () => {
    expect(scope(orders, sampleMesh())?.['spec']).toEqual({
      workloadSelector: { labels: { app: 'orders' } },
      egress: [{ hosts: ['stock/stock.stock.svc.cluster.local', collector] }],
      outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
    });
  });

  it('is the collector alone where it calls nobody', () => {
    expect(scope(stock, sampleMesh())).toHaveProperty('spec.egress', [{ hosts: [collector] }]);
  });

  it('has a host once that is called at several ports', () => {
    const admin = { number: 81, protocol: 'http', suffix: 'admin' } as const;
    const calls = [
      { caller: orders, callee: stock },
      { caller: orders, callee: stock, port: admin },
    ];
    expect(scope(orders, sampleMesh({ calls }))).toHaveProperty('spec.egress.0.hosts', [
      'stock/stock.stock.svc.cluster.local',
      collector,
    ]);
  });

  it('has hosts outside as its own namespace knows them, for jobs as well', () => {
    const job = sampleJob('report');
    const externalCalls = [{ caller: job, to: { host: 'api.example.com', port: 443, protocol: 'tls' } }] as const;
    expect(scope(job, sampleMesh({ jobs: [job], externalCalls }))).toHaveProperty('spec.egress.0.hosts', [
      './api.example.com',
      collector,
    ]);
  });
});
