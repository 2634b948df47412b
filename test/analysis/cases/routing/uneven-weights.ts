import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const unevenWeights: CheckCases = {
  code: 'LAB010',
  mutations: {
    'a share too much': change('VirtualService', 'spec.http.*.route.*.weight', (weight) =>
      typeof weight === 'number' && weight < 100 ? weight + 7 : undefined,
    ),
    'a share forgotten': change('VirtualService', 'spec.http.*.route.1.weight', (weight) =>
      weight === 0 ? undefined : 0,
    ),
  },
  broken: {
    'a share raised alone': `
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
        - { destination: { host: web-next.example }, weight: 20 }
`,
  },
  clean: {
    'two shares that add up': `
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
        - { destination: { host: web.example }, weight: 80 }
        - { destination: { host: web-next.example }, weight: 20 }
`,
    'three shares that add up, and a destination alone': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http:
    - match: [{ uri: { prefix: /a } }]
      route:
        - { destination: { host: a }, weight: 33 }
        - { destination: { host: b }, weight: 33 }
        - { destination: { host: c }, weight: 34 }
    - match: [{ uri: { prefix: /b } }]
      route: [{ destination: { host: a } }, { destination: { host: b }, weight: 100 }]
    - route: [{ destination: { host: web }, weight: 1 }]
`,
  },
};
