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
    'one host for both shares': `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: web, namespace: shop }
spec:
  hosts: [web.example, web-next.example]
  ports: [{ number: 80, name: http, protocol: HTTP }]
  resolution: DNS
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web.example]
  http:
    - route:
        - { destination: { host: web.example }, weight: 90 }
        - { destination: { host: web.example }, weight: 10 }
`,
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
    'a host for each share': `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: web, namespace: shop }
spec:
  hosts: [web.example, web-next.example]
  ports: [{ number: 80, name: http, protocol: HTTP }]
  resolution: DNS
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web.example]
  http:
    - route:
        - { destination: { host: web.example }, weight: 90 }
        - { destination: { host: web-next.example }, weight: 10 }
`,
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
