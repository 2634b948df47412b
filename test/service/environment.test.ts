import { CallGraph } from '../../lib/model/mesh';
import type { Call } from '../../lib/model/call';
import type { Process } from '../../lib/model/process';
import { environment } from '../../lib/service/environment';
import { sampleMesh, sampleService, shop } from '../support/sample';

const admin = { number: 9000, protocol: 'grpc' } as const;
const orders = sampleService('orders', { ports: [{ number: 80, protocol: 'http' }, admin] });
const stock = sampleService('stock');

const toOrders: Call = { caller: shop, callee: orders };
const toAdmin: Call = { caller: shop, callee: orders, port: admin };
const toStock: Call = { caller: shop, callee: stock };

/** What a process of the shop is told, which makes these calls. */
function told(process: Pick<Process, 'addresses' | 'env'>, ...calls: readonly Call[]): Record<string, string> {
  const graph = new CallGraph(sampleMesh({ services: [shop, orders, stock], calls, edges: [] }));
  return environment(shop, { image: 'example/app:v1', ...process }, graph);
}

describe('the environment of a process', () => {
  it('is what was declared, where it calls nobody or finds them by other means', () => {
    expect(told({ env: { LEVEL: 'info' } })).toEqual({ LEVEL: 'info' });
    expect(told({ env: { LEVEL: 'info' } }, toOrders)).toEqual({ LEVEL: 'info' });
  });

  it('has addresses of whomever it calls in one variable, joined by commas, in the order of the calls', () => {
    expect(told({ addresses: { '*': { variable: 'TO', form: 'url' } } }, toStock, toOrders)).toEqual({
      TO: 'http://stock.stock.svc.cluster.local:8080,http://orders.orders.svc.cluster.local:80',
    });
  });

  it('has the address of one callee by its name, and all others by *', () => {
    const addresses = {
      orders: { variable: 'ORDERS', form: 'authority' },
      '*': { variable: 'OTHERS', form: 'authority' },
    } as const;
    expect(told({ addresses }, toOrders, toStock)).toEqual({
      ORDERS: 'orders.orders.svc.cluster.local:80',
      OTHERS: 'stock.stock.svc.cluster.local:8080',
    });
  });

  it('has the address of one port by name and number, before that of the name', () => {
    const addresses = {
      'orders:9000': { variable: 'ADMIN', form: 'url' },
      orders: { variable: 'ORDERS', form: 'url' },
    } as const;
    expect(told({ addresses }, toOrders, toAdmin)).toEqual({
      ORDERS: 'http://orders.orders.svc.cluster.local:80',
      ADMIN: 'grpc://orders.orders.svc.cluster.local:9000',
    });
  });

  it('says nothing of a callee whom the process does not call', () => {
    expect(told({ addresses: { stock: { variable: 'STOCK', form: 'url' } } }, toOrders)).toEqual({});
  });
});
