import { CallGraph, type Mesh } from '../../lib/model/mesh';
import type { Service } from '../../lib/model/service';
import { callerNamespaces, ServiceRoute } from '../../lib/service/service-route';
import { objectsOf } from '../support/objects-of';
import { platform } from '../support/platform';
import { meshOf, orders, sampleMesh, sampleService, shop, stock } from '../support/sample';

const routes = (service: Service, mesh: Mesh) =>
  objectsOf((chart) => new ServiceRoute(chart, 'it', { service, graph: new CallGraph(mesh), platform }));

describe('the route to a service', () => {
  it('is seen in the namespaces of its callers', () => {
    expect(routes(stock, sampleMesh())).toMatchObject([
      { kind: 'VirtualService', metadata: { name: 'stock-vs' }, spec: { exportTo: ['orders'] } },
    ]);
  });

  it('is not made for a service that nobody calls', () => {
    expect(routes(shop, meshOf(shop))).toEqual([]);
  });

  it('is not made for a service that speaks TCP, whose connections carry nothing to route by', () => {
    const store = sampleService('store', { ports: [{ number: 6379, protocol: 'tcp' }] });
    expect(routes(store, { ...meshOf(shop, store), calls: [{ caller: shop, callee: store }] })).toEqual([]);
  });
});

describe('the namespaces that call a service', () => {
  it('are each there once, sorted, with that of the gateway where the outside world reaches it', () => {
    const [web, again] = [sampleService('web', { namespace: 'apps' }), sampleService('again', { namespace: 'apps' })];
    const calls = [orders, web, again].map((caller) => ({ caller, callee: stock }));
    const edges = [{ service: stock, hosts: ['stock.localhost'] }] as const;
    const mesh = sampleMesh({ services: [orders, web, again, stock], calls, edges });
    expect(callerNamespaces(stock, new CallGraph(mesh), platform)).toEqual(['apps', 'edge', 'orders']);
  });
});
