import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';
import { promoted } from '../promoted';

/** A route in one namespace, and its destination in another. */
function pay(entry: string, route = 'exportTo: []'): string {
  return `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: pay, namespace: bank }
spec: { hosts: [pay.example], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS, ${entry} }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: pay, namespace: shop }
spec: { hosts: [pay.example], http: [{ route: [{ destination: { host: pay.example } }] }], ${route} }
`;
}

export const missingHost: CheckCases = {
  code: 'KIA1101',
  mutations: {
    'a host that nobody has': change('VirtualService', 'spec.http.*.route.*.destination.host', 'nobody'),
    'a host cut after its namespace': change('VirtualService', 'spec.http.*.route.*.destination.host', 'web.shop'),
  },
  broken: {
    'a host that another namespace keeps to itself': pay("exportTo: ['.']"),
    'a Service that is for another namespace': `
apiVersion: v1
kind: Service
metadata: { name: pay, namespace: bank, annotations: { networking.istio.io/exportTo: 'bank,audit' } }
spec: { ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: pay, namespace: shop }
spec: { hosts: [pay.bank.svc.cluster.local], http: [{ route: [{ destination: { host: pay.bank.svc.cluster.local } }] }] }
`,
    'a Service that Flagger does not make': promoted('items:9090', 'items-preview'),
  },
  clean: {
    'a host that is exported to the route': pay('exportTo: [shop]'),
    'a host that is exported to whom the route is for': pay('exportTo: [market]', 'exportTo: [market]'),
    'a host that is exported to the gateway of the route': pay('exportTo: [edge]', 'gateways: [edge/public]'),
    'a Service that Flagger makes': promoted('items:9090', 'items-canary'),
    'a host that a wildcard of a ServiceEntry covers': `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: pay, namespace: shop }
spec: { hosts: ['*.pay.example'], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: NONE }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: pay, namespace: shop }
spec:
  hosts: [eu.pay.example]
  http: [{ route: [{ destination: { host: eu.pay.example } }] }]
`,
  },
};
