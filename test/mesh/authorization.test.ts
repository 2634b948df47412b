import { AllowCallers, DenyAll } from '../../lib/mesh/authorization';
import { CallGraph, type Mesh } from '../../lib/model/mesh';
import type { Service } from '../../lib/model/service';
import { objectsOf } from '../support/objects-of';
import { platform } from '../support/platform';
import { meshOf, orders, sampleMesh, sampleRelease, sampleService, shop, stock } from '../support/sample';

const allowing = (service: Service, mesh: Mesh) =>
  objectsOf(
    (chart) => new AllowCallers(chart, 'it', { service, graph: new CallGraph(mesh), gateway: platform.gateway }),
  );

const from = (namespace: string, account: string) => [
  { source: { principals: [`cluster.local/ns/${namespace}/sa/${account}`] } },
];

describe('the callers of a service', () => {
  it('are allowed by their accounts, at its port, in a policy for its pods', () => {
    expect(allowing(stock, sampleMesh())).toMatchObject([
      {
        metadata: { name: 'stock-callers' },
        spec: {
          action: 'ALLOW',
          selector: { matchLabels: { app: 'stock' } },
          rules: [{ from: from('orders', 'orders'), to: [{ operation: { ports: ['8080'] } }] }],
        },
      },
    ]);
  });

  it('are the gateway as well where the outside world reaches it', () => {
    expect(allowing(shop, sampleMesh())[0]).toHaveProperty('spec.rules', [
      { from: from('edge', 'door'), to: [{ operation: { ports: ['8080'] } }] },
    ]);
  });

  it('have no policy where there are none, so that what refuses everything holds', () => {
    expect(allowing(shop, meshOf(shop))).toEqual([]);
  });

  it('may use the methods and paths that they declare, and no others', () => {
    const scope = { methods: ['GET', 'HEAD'], paths: ['/stock/*'] } as const;
    const mesh = sampleMesh({ calls: [{ caller: orders, callee: stock, ...scope }] });
    expect(allowing(stock, mesh)[0]).toHaveProperty('spec.rules.0.to', [
      { operation: { ports: ['8080'], methods: ['GET', 'HEAD'], paths: ['/stock/*'] } },
    ]);
  });

  it('may use the methods of gRPC that they declare, each of which is a POST to its path', () => {
    const callee = sampleService('stock', { ports: [{ number: 9000, protocol: 'grpc' }] });
    const calls = [{ caller: orders, callee, grpcMethods: ['/stock.Stock/Count'] }];
    expect(allowing(callee, sampleMesh({ services: [orders, callee], calls }))[0]).toHaveProperty('spec.rules.0.to', [
      { operation: { ports: ['9000'], methods: ['POST'], paths: ['/stock.Stock/Count'] } },
    ]);
  });

  it('are allowed at the ports of the pods: those of both releases, behind the port of the call alone', () => {
    const [web, admin] = [
      { number: 80, protocol: 'http' },
      { number: 81, protocol: 'http', suffix: 'admin' },
    ] as const;
    const callee = sampleService('stock', {
      ports: [web, admin],
      stable: sampleRelease('stable', { listensOn: { 80: 3000 } }),
      canary: sampleRelease('canary', { listensOn: { 80: 4000 } }),
    });
    const calls = [
      { caller: orders, callee },
      { caller: shop, callee, port: admin },
    ];
    expect(allowing(callee, sampleMesh({ services: [shop, orders, callee], calls }))[0]).toHaveProperty('spec.rules', [
      { from: from('orders', 'orders'), to: [{ operation: { ports: ['3000', '4000'] } }] },
      { from: from('shop', 'shop'), to: [{ operation: { ports: ['81'] } }] },
    ]);
  });
});

describe('what refuses everything', () => {
  it('is a policy that allows nothing, to nobody in particular', () => {
    const [policy] = objectsOf((chart) => new DenyAll(chart, 'it'));
    expect(policy).toMatchObject({ kind: 'AuthorizationPolicy', metadata: { name: 'deny-all' } });
    expect(policy?.['spec']).toEqual({});
  });
});
