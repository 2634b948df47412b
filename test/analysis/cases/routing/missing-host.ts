import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const missingHost: CheckCases = {
  code: 'KIA1101',
  mutations: {
    'a host that nobody has': change('VirtualService', 'spec.http.*.route.*.destination.host', 'nobody'),
    'a host cut after its namespace': change('VirtualService', 'spec.http.*.route.*.destination.host', 'web.shop'),
  },
  clean: {
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
