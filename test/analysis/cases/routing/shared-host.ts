import type { CheckCases } from '../../check-cases';
import { addFrom, copyOf } from '../../mutation';

export const sharedHost: CheckCases = {
  code: 'KIA1106',
  mutations: {
    'a second object for the same host': addFrom('VirtualService', (route) => copyOf(route, 'second')),
    'a second object with other rules for all requests': addFrom('VirtualService', (route) =>
      copyOf(route, 'second', { 'spec.http': [{ route: [{ destination: { host: 'web' } }] }] }),
    ),
  },
  broken: {
    'two routes for one host': `
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
metadata: { name: api, namespace: shop }
spec:
  hosts: [web.example]
  http: [{ match: [{ uri: { prefix: /api } }], route: [{ destination: { host: web.example } }] }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: pages, namespace: shop }
spec:
  hosts: [web.example]
  http: [{ match: [{ uri: { prefix: / } }], route: [{ destination: { host: web.example } }] }]
`,
    'a host by its short and by its long name': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: one, namespace: shop }
spec:
  hosts: [web]
  http: [{ match: [{ uri: { prefix: /a } }], route: [{ destination: { host: web } }] }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: two, namespace: other }
spec:
  hosts: [web.shop.svc.cluster.local]
  gateways: [mesh, edge]
  http: [{ match: [{ uri: { prefix: /b } }], route: [{ destination: { host: web } }] }]
`,
    'one for all, one for a single namespace': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: one, namespace: shop }
spec:
  hosts: [pay.example]
  http: [{ route: [{ destination: { host: pay.example } }] }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: two, namespace: other }
spec:
  hosts: [pay.example]
  exportTo: ['.']
  http: [{ route: [{ destination: { host: pay.example } }] }]
`,
    'one host of two routes of a gateway': ['one', 'two']
      .map(
        (name) => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: ${name}, namespace: shop }
spec: { hosts: [shop.example], gateways: [edge], http: [{ route: [{ destination: { host: web } }] }] }
`,
      )
      .join('---'),
  },
  clean: {
    'a route for each host': `
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
  http: [{ match: [{ uri: { prefix: / } }], route: [{ destination: { host: web.example } }] }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: next, namespace: shop }
spec:
  hosts: [web-next.example]
  http: [{ match: [{ uri: { prefix: / } }], route: [{ destination: { host: web.example } }] }]
`,
    'paths of one host of a gateway, shared by two teams': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: one, namespace: shop }
spec:
  hosts: [shop.example]
  gateways: [edge]
  http: [{ match: [{ uri: { prefix: /a } }], route: [{ destination: { host: a } }] }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: two, namespace: shop }
spec:
  hosts: [shop.example]
  gateways: [shop/edge]
  http: [{ route: [{ destination: { host: b } }] }]
`,
    'the mesh and a gateway': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: one, namespace: shop }
spec:
  hosts: [web]
  http: [{ route: [{ destination: { host: web } }] }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: two, namespace: shop }
spec:
  hosts: [web]
  gateways: [edge]
  http: [{ route: [{ destination: { host: web } }] }]
`,
    'two namespaces, each for itself': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: one, namespace: shop }
spec:
  hosts: [pay.example]
  exportTo: ['.']
  http: [{ route: [{ destination: { host: pay.example } }] }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: two, namespace: other }
spec:
  hosts: [pay.example]
  exportTo: ['.']
  http: [{ route: [{ destination: { host: pay.example } }] }]
`,
    'two ports of one host': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: one, namespace: shop }
spec:
  hosts: [web]
  http: [{ match: [{ port: 80 }], route: [{ destination: { host: web } }] }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: two, namespace: shop }
spec:
  hosts: [web]
  http: [{ match: [{ port: 81 }], route: [{ destination: { host: web } }] }]
`,
  },
};
