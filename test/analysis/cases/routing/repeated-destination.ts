import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const repeatedDestination: CheckCases = {
  code: 'KIA1105',
  mutations: {
    'both shares for one subset': change('VirtualService', 'spec.http.*.route', (route) =>
      Array.isArray(route) && route.length > 1 ? route.map(() => route[0] ?? null) : undefined,
    ),
  },
  broken: {
    'one host under two names': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  tcp:
    - route:
        - { destination: { host: web }, weight: 50 }
        - { destination: { host: web.shop.svc.cluster.local }, weight: 50 }
`,
  },
  clean: {
    'two ports of one host, and one host in two rules': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http:
    - match: [{ uri: { prefix: /a } }]
      route:
        - { destination: { host: web, port: { number: 80 } }, weight: 50 }
        - { destination: { host: web, port: { number: 81 } }, weight: 50 }
    - route: [{ destination: { host: web, port: { number: 80 } } }]
`,
  },
};
