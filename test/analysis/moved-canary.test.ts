import { Matrix } from '../../lib/analysis/access/matrix';
import { findings } from '../../lib/analysis/checks/run';
import { allChecks } from '../../lib/analysis/checks/table';
import { isFine, routingTable } from '../../lib/analysis/access/routing-table';
import type { Mesh } from '../../lib/model/mesh';
import { check } from '../../lib/model/check';
import { rendered } from '../support/render';
import { sampleMesh, sampleRelease, sampleService } from '../support/sample';
import { inventoryFrom } from './inputs';

/** The canaries listen on other ports than the stable releases: behind two ports of orders, and behind that of the shop. */
const [web, admin] = [
  { number: 80, protocol: 'http' },
  { number: 9000, protocol: 'grpc' },
] as const;
const orders = sampleService('orders', {
  ports: [web, admin],
  stable: sampleRelease('stable', { listensOn: { 80: 3000 } }),
  canary: sampleRelease('canary', { listensOn: { 80: 4000, 9000: 9001 } }),
});
const addresses = { '*': { variable: 'ORDERS', form: 'authority' } } as const;
const shop = sampleService('shop', {
  stable: sampleRelease('stable', { addresses }),
  canary: sampleRelease('canary', { addresses, listensOn: { 8080: 8081 } }),
});
const mesh: Mesh = sampleMesh({
  services: [shop, orders],
  calls: [
    { caller: shop, callee: orders, timeout: '3s', methods: ['GET'] },
    { caller: shop, callee: orders, port: admin, timeout: '3s', grpcMethods: ['/orders.Admin/Close'] },
  ],
  edges: [{ service: shop, hosts: ['shop.localhost'], timeout: '5s' }],
});
const inventory = inventoryFrom(...rendered(mesh, { access: false }));

describe('what is rendered of canaries that listen elsewhere', () => {
  it('is of a mesh that nothing is wrong with, and has no finding', () => {
    expect(check(mesh)).toEqual([]);
    expect(findings(inventory, allChecks)).toEqual([]);
  });

  it('lets each caller through to both releases alike, at the ports that it declared', () => {
    const matrix = new Matrix(inventory);
    const open = matrix.callees.flatMap((callee) =>
      matrix.callers.flatMap((caller) =>
        matrix
          .cells(caller, callee)
          .filter(({ access }) => access.verdict !== 'denied' && !callee.isMetrics)
          .map(({ pods }) => `${caller.name} -> ${callee.name}:${callee.port} ${pods?.to ?? 'every release'}`),
      ),
    );
    expect(open.sort()).toEqual([
      'istio-ingressgateway -> shop:8080 every release',
      'shop -> orders:80 every release',
      'shop -> orders:9000 every release',
    ]);
  });

  it('leads every request to pods that are there', () => {
    const table = routingTable(inventory);
    expect(table.map(({ client }) => client.workload.name)).toContain('shop-canary');
    expect(
      table
        .filter((row) => !isFine(row))
        .map(({ client, request, outcome: { failure } }) => [client.workload.name, request.host, failure]),
    ).toEqual([]);
  });
});
