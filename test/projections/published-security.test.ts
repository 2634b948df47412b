import * as z from 'zod';
import { sampleService } from '../support/sample';
import { nameOf, objectsIn } from './extract/objects';
import { pair, published, readerOf, web } from './published';
import { rendered } from '../support/render';

const orders = sampleService('orders');

describe('authorization by method and path', () => {
  it('lets one principal GET and POST orders, and refuses everybody else', () => {
    const read = readerOf(pair(orders, { methods: ['GET', 'POST'], paths: ['/orders/*'] }));
    expect(read('AuthorizationPolicy orders/orders-callers').spec).toEqual(
      published(`
        selector: { matchLabels: { app: orders } }
        action: ALLOW
        rules:
          - from: [{ source: { principals: [cluster.local/ns/shop/sa/web] } }]
            to: [{ operation: { methods: [GET, POST], paths: ["/orders/*"], ports: ["8080"] } }]
      `),
    );
    expect(read('AuthorizationPolicy orders/deny-all').spec).toEqual({});
  });
});

describe('the sidecar of a pod', () => {
  const template = (of: ReturnType<typeof sampleService>) =>
    readerOf({ ...pair(web, {}, { calls: [] }), services: [web, of] })('Deployment orders/orders-stable').spec;

  it('gets the resources that the pod asks for, all four or none', () => {
    const sidecar = { cpu: '100m', memory: '128Mi', cpuLimit: '200m', memoryLimit: '256Mi' };
    expect(template({ ...orders, sidecar })).toMatchObject({
      template: {
        metadata: {
          annotations: published(`
            sidecar.istio.io/proxyCPU: 100m
            sidecar.istio.io/proxyMemory: 128Mi
            sidecar.istio.io/proxyCPULimit: 200m
            sidecar.istio.io/proxyMemoryLimit: 256Mi
          `),
        },
      },
    });
    expect(template(orders)).not.toHaveProperty('template.metadata.annotations');
  });

  it('is left out by a label, which the webhook selects by', () => {
    expect(template({ ...orders, sidecar: 'none' })).toMatchObject({
      template: { metadata: { labels: published('{ app: orders, sidecar.istio.io/inject: "false" }') } },
    });
    expect(template(orders)).not.toHaveProperty(['template', 'metadata', 'labels', 'sidecar.istio.io/inject']);
  });
});

describe('the way into the mesh', () => {
  const mesh = pair(orders, {}, { mutualTls: new Map([['shop', 'permissive']]) });
  const objects = objectsIn(rendered(mesh));
  const Waved = z.object({
    metadata: z.object({ annotations: z.object({ 'argocd.argoproj.io/sync-wave': z.string() }) }),
  });
  const waveOf = (name: string) =>
    Number(Waved.parse(readerOf(mesh)(name)).metadata.annotations['argocd.argoproj.io/sync-wave']);
  const placeOf = (name: string) => objects.map(nameOf).indexOf(name);
  const policiesIn = (namespace: string) =>
    objects.filter(({ kind, metadata }) => kind === 'AuthorizationPolicy' && metadata.namespace === namespace);

  it('starts with sidecars in both namespaces', () => {
    for (const name of ['Namespace shop', 'Namespace orders']) {
      expect(readerOf(mesh)(name).metadata.labels).toMatchObject({ 'istio-injection': 'enabled' });
    }
  });

  it('goes on with plaintext that is still taken, and nobody who is told apart', () => {
    expect(readerOf(mesh)('PeerAuthentication shop/default').spec).toEqual({ mtls: { mode: 'PERMISSIVE' } });
    expect(policiesIn('shop')).toEqual([]);
  });

  it('ends with mutual TLS, where those are allowed who were declared, and nobody else', () => {
    expect(readerOf(mesh)('PeerAuthentication orders/default').spec).toEqual({ mtls: { mode: 'STRICT' } });
    expect(policiesIn('orders').map(nameOf)).toEqual([
      'AuthorizationPolicy orders/orders-callers',
      'AuthorizationPolicy orders/deny-all',
    ]);
  });

  it.each([
    ['Namespace orders', 'PeerAuthentication orders/default'],
    ['AuthorizationPolicy orders/orders-callers', 'AuthorizationPolicy orders/deny-all'],
    ['NetworkPolicy orders/orders', 'NetworkPolicy orders/default-deny'],
    ['DestinationRule orders/orders-dr', 'VirtualService orders/orders-vs'],
    ['AuthorizationPolicy orders/orders-callers', 'Deployment orders/orders-stable'],
  ])('has %s before %s, by wave and by place in the files', (first, second) => {
    expect(waveOf(first)).toBeLessThan(waveOf(second));
    expect(placeOf(first)).toBeGreaterThanOrEqual(0);
    expect(placeOf(first)).toBeLessThan(placeOf(second));
  });
});
