import { inventoryFrom } from '../inputs';

function gateway(className: string, more = ''): string {
  return `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec: { gatewayClassName: ${className}, ${more}listeners: [{ name: web, port: 80, protocol: HTTP }] }
`;
}

const ownClass = `---
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: { name: inner }
spec: { controllerName: istio.io/gateway-controller }
`;

function accountsIn(text: string): string[] {
  return inventoryFrom(text)
    .ofKind('', 'ServiceAccount')
    .filter(({ namespace }) => namespace === 'shop')
    .map(({ name }) => name);
}

describe('a Gateway of the Gateway API', () => {
  it.each([
    ['istio', '', 'edge-istio'],
    ['istio-waypoint', '', 'edge'],
    ['inner', ownClass, 'edge-inner'],
  ])('of class %s has an account that policies can name', (className, more, account) => {
    expect(accountsIn(gateway(className) + more)).toEqual([account]);
  });

  it('has pods that are found by its name, and are of the mesh', () => {
    const inventory = inventoryFrom(gateway('istio'));
    const pods = inventory.pods.selected({ 'gateway.networking.k8s.io/gateway-name': 'edge' }, 'shop');
    expect(pods.map((one) => inventory.isMeshed(one))).toEqual([true]);
  });

  it('has a Service with the ports of its listeners', () => {
    const service = inventoryFrom(gateway('istio')).serviceOf('edge-istio.shop.svc.cluster.local');
    expect(service?.ports.map(({ port }) => port)).toEqual([80]);
  });

  it('gets no pods where it runs on those of a Service', () => {
    expect(accountsIn(gateway('istio', 'addresses: [{ type: Hostname, value: ingress }], '))).toEqual([]);
  });

  it('gets no pods of a class that Istio does not serve', () => {
    expect(accountsIn(gateway('other'))).toEqual([]);
  });
});
