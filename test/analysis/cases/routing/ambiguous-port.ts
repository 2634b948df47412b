import type { CheckCases } from '../../check-cases';

const between = (front: string, destination: string, more = ''): string => `
apiVersion: v1
kind: Service
metadata: { name: front, namespace: shop }
spec: { selector: { app: front }, ports: [${front}] }
---
apiVersion: v1
kind: Service
metadata: { name: back, namespace: shop }
spec: { selector: { app: back }, ports: [{ name: http, port: 9090 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: front, namespace: shop }
spec: { hosts: [front], ${more}http: [{ route: [{ destination: ${destination} }] }] }
`;

export const ambiguousPort: CheckCases = {
  code: 'IST0112',
  broken: {
    'a route to a Service of two ports': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: gateways }
spec:
  selector: { istio: ingressgateway }
  servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [shop.example] }]
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 8080 }, { name: http-metrics, port: 9090 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [shop.example], gateways: [gateways/edge], http: [{ route: [{ destination: { host: web } }] }] }
`,
    'a gateway that routes to a Service of two ports': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 8080 }, { name: http-admin, port: 9090 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [shop.example]
  gateways: [edge]
  http: [{ route: [{ destination: { host: web } }] }]
`,
    'a sidecar that routes to a Service with another port': between('{ name: http, port: 80 }', '{ host: back }'),
    'a mirror to a Service of two ports': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 8080 }, { name: http-admin, port: 9090 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: other, namespace: shop }
spec:
  hosts: [other]
  http: [{ route: [{ destination: { host: other } }], mirror: { host: web } }]
`,
  },
  clean: {
    'a route to one of the two': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: gateways }
spec:
  selector: { istio: ingressgateway }
  servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [shop.example] }]
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 8080 }, { name: http-metrics, port: 9090 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [shop.example], gateways: [gateways/edge], http: [{ route: [{ destination: { host: web, port: { number: 8080 } } }] }] }
`,
    'sidecars that route a host to itself keep its port': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 8080 }, { name: http-admin, port: 9090 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http: [{ route: [{ destination: { host: web.shop.svc.cluster.local, subset: v1 } }] }]
`,
    'the other port is named': between('{ name: http, port: 80 }', '{ host: back, port: { number: 9090 } }'),
    'both Services have the port': between('{ name: http, port: 80 }, { name: admin, port: 9090 }', '{ host: back }'),
    'a gateway, which takes the only port': between('{ name: http, port: 80 }', '{ host: back }', 'gateways: [edge], '),
    'a rule of gateways in a route for all': between(
      '{ name: http, port: 80 }',
      '{ host: back }',
      'gateways: [edge, mesh], ',
    ).replace('http: [{ route', 'http: [{ match: [{ gateways: [edge] }], route'),
    'a host that no file shows': between('{ name: http, port: 80 }', '{ host: back }').replace(
      'hosts: [front]',
      'hosts: [front, front.example]',
    ),
    'a rule for connections, which takes the only port': between('{ name: tcp, port: 80 }', '{ host: back }').replace(
      'http: [{ route',
      'tcp: [{ route',
    ),
    'the port is named': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 8080 }, { name: http-admin, port: 9090 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [shop.example]
  gateways: [edge]
  http: [{ route: [{ destination: { host: web, port: { number: 9090 } } }] }]
`,
  },
};
