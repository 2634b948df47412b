import { CallGraph } from '../../lib/model/mesh';
import { MeshedJob } from '../../lib/service/meshed-job';
import { objectsOf } from '../support/objects-of';
import { platform } from '../support/platform';
import { sampleJob, sampleMesh, stock } from '../support/sample';

describe('a job of the mesh', () => {
  const job = sampleJob('report', { addresses: { '*': { variable: 'STOCK', form: 'authority' } } });
  const graph = new CallGraph(sampleMesh({ jobs: [job], calls: [{ caller: job, callee: stock }] }));
  const objects = objectsOf((chart) => new MeshedJob(chart, 'it', { job, graph, platform }));

  it('starts when all that it may do is there', () => {
    expect(objects.map(({ kind }) => kind)).toEqual(['NetworkPolicy', 'Sidecar', 'ServiceAccount', 'Job']);
  });

  it('is told whom it calls', () => {
    const env = [{ name: 'STOCK', value: 'stock.stock.svc.cluster.local:8080' }];
    expect(objects.at(-1)).toMatchObject({ spec: { template: { spec: { containers: [{ env }] } } } });
  });
});
