import { keep } from '../../../cli/drill/record';
import { removeObjects } from '../../../cli/down/remove-objects';
import { removeRecords, wouldRemoveRecords } from '../../../cli/down/remove-records';
import { patient, UpCluster } from './up-cluster';

let up: UpCluster;

beforeAll(async () => {
  up = await UpCluster.start();
  await up.injector.answer();
  up.controllers.nodesWork = true;
  await up.apply();
});

afterAll(() => up.stop());

const route = {
  apiVersion: 'networking.istio.io/v1',
  kind: 'VirtualService',
  metadata: { name: 'frontend-vs', namespace: 'frontend' },
};

describe('removing', () => {
  const remove = () => {
    const { manifests } = up.rendered;
    const { signal: stop } = new AbortController();
    return removeObjects({ objects: up.cluster.objects, manifests, patience: patient, tell: () => undefined, stop });
  };

  it('takes along what promotions and a killed drill left, and no ConfigMap that only has such a name', async () => {
    const services = [
      { name: 'frontend', namespace: 'frontend' },
      { name: 'ml', namespace: 'ml' },
    ];
    const { objects } = up.cluster;
    const labels = { 'app.kubernetes.io/managed-by': 'mesh-lab' };
    const name = { name: 'frontend-promotion', namespace: 'frontend' };
    const kept = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { ...name, labels } };
    const lease = { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: name };
    const theirs = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'ml-promotion', namespace: 'ml' } };
    for (const object of [kept, lease, theirs]) {
      expect((await objects.create(object)).status).toBe(201);
    }
    await keep(objects, 'wrong-subset', []);
    expect(await wouldRemoveRecords(objects, services)).toEqual([
      'ConfigMap frontend/frontend-promotion: would be removed',
      'Lease frontend/frontend-promotion: would be removed',
      'ConfigMap istio-system/mesh-lab-drill: would be removed',
    ]);
    expect(await removeRecords(objects, services)).toBe(3);
    expect(await objects.find(lease)).toBeUndefined();
    expect(await objects.find(theirs)).toBeDefined();
    expect(await removeRecords(objects, services)).toBe(0);
  });

  it('leaves what the lab did not apply, and namespaces that others made or use', async () => {
    const sidecar = {
      apiVersion: 'networking.istio.io/v1',
      kind: 'Sidecar',
      metadata: { name: 'backend', namespace: 'backend' },
    };
    const spec = (await up.cluster.objects.find(sidecar))?.['spec'];
    await up.cluster.objects.delete(sidecar);
    await up.send('POST', '/apis/networking.istio.io/v1/namespaces/backend/sidecars', 'kubectl-create', {
      ...sidecar,
      spec,
    });
    const ports = [{ port: 80 }];
    await up.send('POST', '/api/v1/namespaces/ml/services', 'kubectl-create', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'theirs' },
      spec: { ports },
    });
    await up.send('PATCH', '/api/v1/namespaces/frontend', 'Terraform', { metadata: { labels: { made: 'elsewhere' } } });
    const { kept, removed } = await remove();
    expect(kept).toEqual([
      'Sidecar backend/backend: the lab did not apply it',
      expect.stringMatching(/^Namespace frontend: Terraform wrote it/),
      'Namespace ml: Service theirs is in it',
    ]);
    expect(removed).toBeGreaterThan(40);
    expect(await up.count('apps/v1', 'Deployment')).toBe(0);
    expect(await up.count(route.apiVersion, route.kind)).toBe(0);
  });

  it('a second time finds nothing to remove', async () => {
    expect((await remove()).removed).toBe(0);
  });
});
