import type { CheckCases } from '../../check-cases';

const route = (match: string, paths: string, { rewrite = '{ uri: / }', more = '' } = {}): string => `
apiVersion: v1
kind: Service
metadata: { name: orders, namespace: shop }
spec: { selector: { app: orders }, ports: [{ name: http, port: 80 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: orders, namespace: shop, labels: { app: orders, sidecar.istio.io/inject: 'true' } }
spec: { containers: [{ name: orders, image: 'registry.example/orders:1.0.0' }] }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [shop.example] }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: orders, namespace: shop }
spec:
  hosts: [shop.example]
  gateways: [edge]
  http:
    - match: [${match}]
      rewrite: ${rewrite}
      route: [{ destination: { host: orders, port: { number: 80 } } }]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: orders, namespace: shop }
spec:
  selector: { matchLabels: { app: orders } }
  ${more.includes('action') ? more : ''}
  rules: [{ to: [{ operation: { paths: [${paths}] } }] }${more.includes('action') ? '' : more}]
`;

const prefix = '{ uri: { prefix: /orders/ } }';

export const rewrittenPath: CheckCases = {
  code: 'LAB095',
  broken: {
    'a prefix that is cut off, and that the policy asks for': route(prefix, '/orders/*'),
    'a path that becomes another one': route('{ uri: { exact: /orders } }', '/orders', { rewrite: '{ uri: /list }' }),
  },
  clean: {
    'a policy that allows what is left': route(prefix, '/*'),
    'a policy that allows both': route(prefix, '/orders/*, /x*'),
    'a policy that allows neither, and so is for others': route(prefix, '/stock/*'),
    'a rule that allows whatever a caller asks for': route(prefix, '/orders/*', {
      more: ', { from: [{ source: { namespaces: [other] } }] }',
    }),
    'an operation without paths': route(prefix, '/orders/*', { more: ', { to: [{ operation: { methods: [GET] } }] }' }),
    'a policy that refuses': route(prefix, '/orders/*', { more: 'action: DENY' }),
    'a pod without a sidecar, where no policy holds': route(prefix, '/orders/*').replace("'true'", "'false'"),
    'another host, and no other path': route(prefix, '/orders/*', { rewrite: '{ authority: orders.example }' }),
    'an expression': route('{ uri: { regex: /orders/.* } }', '/orders/*'),
    'every path': route('{ method: { exact: GET } }', '/orders/*'),
  },
};
