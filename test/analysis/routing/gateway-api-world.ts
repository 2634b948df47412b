import { ask, deployment, namespaces, service, shares } from './world';

const object = (kind: string, name: string, namespace: string, spec: string): string => `
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: { name: ${name}, namespace: ${namespace} }
spec: ${spec}
`;
export const gatewayOf = (listeners: string, more = ''): string =>
  object('Gateway', 'edge', 'shop', `{ gatewayClassName: istio, ${more}listeners: ${listeners} }`);
export const routeOf = (spec: string, name = 'route', namespace = 'shop'): string =>
  object('HTTPRoute', name, namespace, spec);
/** Rules of a route that is bound to the Gateway. */
export const rules = (list: string, name?: string): string =>
  routeOf(`{ parentRefs: [{ name: edge }], rules: ${list} }`, name);
export const to = (name: string, more = ''): string => `backendRefs: [{ name: ${name}, port: 80${more} }]`;
export const path = (type: string, value: string): string => `{ path: { type: ${type}, value: '${value}' } }`;

const app = (name: string): string[] => [deployment(name, 'shop', `{ app: ${name} }`), service(name, 'shop')];
export const shop = [namespaces('shop'), ...app('web'), ...app('cart'), ...app('pay')];
export const http = gatewayOf('[{ name: web, port: 80, protocol: HTTP }]');
export const toCart = rules(`[{ ${to('cart')} }]`);
export const cart = 'cart.shop.svc.cluster.local 100 %';
export const pay = 'pay.shop.svc.cluster.local 100 %';
export const web = 'web.shop.svc.cluster.local 100 %';

/** What becomes of a request at the gateway. */
export const at = (url: string, texts: readonly string[], headers?: Readonly<Record<string, string>>): string =>
  shares(ask([...shop, ...texts], 'edge-istio', url, headers));
