import type { Mesh } from '../../lib/model/mesh';
import { meshOf, sampleMesh, sampleService, shop } from '../support/sample';
import { named, objectsIn } from '../support/kube-objects';
import { renderedFiles } from '../support/render';

const render = (mesh: Mesh) => objectsIn(renderedFiles(mesh, { access: false }));

describe('a route', () => {
  it('of a service with one release has one rule, which asks for nothing', () => {
    const destination = { host: 'stock.stock.svc.cluster.local', subset: 'stable', port: { number: 8080 } };
    expect(named('VirtualService', 'stock-vs', render(sampleMesh()))).toMatchObject({
      spec: { http: [{ name: 'stable', route: [{ destination }] }] },
    });
  });

  it('waits as long as the caller does, and never retries unless told to', () => {
    expect(named('VirtualService', 'stock-vs', render(sampleMesh()))).toMatchObject({
      spec: { http: [{ timeout: '5s', retries: { attempts: 0 } }] },
    });
  });

  it('is not made for a service that nobody calls', () => {
    expect(render(meshOf(shop)).map(({ kind }) => kind)).not.toContain('VirtualService');
  });

  it('is not made for a service that speaks TCP, whose connections carry nothing to route by', () => {
    const store = sampleService('store', { ports: [{ number: 6379, protocol: 'tcp' }] });
    const objects = render({ ...meshOf(shop, store), calls: [{ caller: shop, callee: store }] });
    expect(objects.map(({ kind }) => kind)).not.toContain('VirtualService');
    expect(named('DestinationRule', 'store-dr', objects)).toMatchObject({ spec: { subsets: [{ name: 'stable' }] } });
  });
});
