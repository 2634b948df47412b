import { addressesOf, namedServices } from '../../../lib/analysis/inventory/addresses';
import { inventoryFrom } from '../inputs';

const orders = 'orders.shop.svc.cluster.local';

/** The web of a shop, told to call something, and the orders at port 80. */
function told(value: string, containers = 'containers') {
  const inventory = inventoryFrom(`
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { ${containers}: [{ name: app, env: [{ name: A, value: '${value}' }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: v1
kind: Service
metadata: { name: orders, namespace: shop }
spec: { ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: pay, namespace: shop }
spec: { hosts: [pay.example] }
`);
  const [workload] = inventory.workloads.filter(({ name }) => name === 'web');
  if (workload === undefined) {
    throw new Error('the test has no web');
  }
  return { inventory, workload };
}

function addresses(value: string): string[] {
  const { inventory, workload } = told(value);
  return [...addressesOf(inventory, workload)].map(({ host, port, target }) => `${host}:${port ?? '?'}${target}`);
}

describe('an address in the environment', () => {
  it.each([
    ['a URL', 'http://orders/a?b=c', [`${orders}:80/a`]],
    ['a URL of TLS', 'https://orders.shop', [`${orders}:443/`]],
    ['a URL with a user, a case and a dot of its own', 'http://me:pw@ORDERS.shop.svc.:81', [`${orders}:81/`]],
    ['a URL whose port not everybody knows', 'redis://orders', [`${orders}:?/`]],
    ['a host and a port', 'orders:80', [`${orders}:80/`]],
    ['a URL of gRPC', 'grpc://orders:80', [`${orders}:80/`]],
    ['a URL of a database', 'PostgreSQL://me@orders:80/a', [`${orders}:80/a`]],
    ['one of several', 'orders:80, pay.example:443|x', [`${orders}:80/`, 'pay.example:443/']],
    ['a text of JSON', '{"url":"http://orders/a"}', [`${orders}:80/a`]],
  ])('is %s', (_, value, expected) => {
    expect(addresses(value)).toEqual(expected);
  });

  it.each([
    ['a lone word', 'orders'],
    ['of nobody', 'http://else'],
    ['the own', 'http://web:80'],
    ['of a bucket', 's3://orders/a'],
    ['of a file', 'file://orders/a'],
    ['of an image', 'oci://orders/a:80'],
    ['of an object of Kubernetes', 'kubernetes://orders/namespaces/shop'],
    ['of a socket', 'unix://orders'],
    ['of a scheme that an application has made up', 'shop://orders/a'],
  ])('is none if it is %s', (_, value) => {
    expect(addresses(value)).toEqual([]);
  });

  it('has its place in the object, in init containers too', () => {
    const { inventory, workload } = told('http://orders', 'initContainers');
    expect([...addressesOf(inventory, workload)].map(({ path }) => path)).toEqual([
      ['spec', 'initContainers', 0, 'env', 0, 'value'],
    ]);
  });

  it('is none if it is in the environment of the proxy', () => {
    const { inventory, workload } = told('http://orders');
    const [app] = workload.containers.map((container) => ({ ...container, name: 'istio-proxy' }));
    expect([...addressesOf(inventory, { ...workload, containers: app === undefined ? [] : [app] })]).toEqual([]);
  });

  it('leads to no port of a Service that does not have it', () => {
    const { inventory, workload } = told('http://orders:81');
    expect([...namedServices(inventory, workload)].map(({ service, port }) => [service.host, port])).toEqual([
      [orders, undefined],
    ]);
  });
});
