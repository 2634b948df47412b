import type { CheckCases } from '../../check-cases';

const service = `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: orders, namespace: shop }
spec: { hosts: [orders.example], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: DNS }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [orders.example] }]
---`;

const route = (match: string): string => `${service}
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: orders, namespace: shop }
spec:
  hosts: [orders.example]
  gateways: [edge, mesh]
  http:
    - match: [${match}]
      timeout: 1s
      route: [{ destination: { host: orders.example } }]
    - route: [{ destination: { host: orders.example } }]
`;

const delegated = (outer: string, inner: string): string => `${service}
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: orders, namespace: shop }
spec:
  hosts: [orders.example]
  gateways: [edge, mesh]
  http: [{ match: [${outer}], delegate: { name: rules } }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: rules, namespace: shop }
spec: { http: [{ match: [${inner}], route: [{ destination: { host: orders.example } }] }] }
`;

export const idleSource: CheckCases = {
  code: 'LAB082',
  broken: {
    'labels of the caller beside gateways': route('{ gateways: [mesh], sourceLabels: { app: vip } }'),
    'a namespace of the caller beside gateways': route('{ gateways: [edge, mesh], sourceNamespace: vip }'),
    'gateways in the rule, the caller in its delegate': delegated('{ gateways: [mesh] }', '{ sourceNamespace: vip }'),
  },
  clean: {
    'labels of the caller alone': route('{ sourceLabels: { app: vip } }'),
    'gateways alone, and a namespace of nobody': route('{ gateways: [mesh], sourceNamespace: "" }'),
    'a match for gateways beside one for callers': route('{ gateways: [edge] }, { sourceNamespace: vip }'),
    'a delegate for callers in a rule that names no gateways': delegated(
      '{ uri: { prefix: / } }',
      '{ uri: { prefix: /a }, sourceNamespace: vip }',
    ),
    'a rule for connections, which looks at both': `${service}
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: orders, namespace: shop }
spec:
  hosts: [orders.example]
  tcp:
    - match: [{ gateways: [mesh], port: 80, sourceLabels: { app: vip } }]
      route: [{ destination: { host: orders.example } }]
`,
  },
};
