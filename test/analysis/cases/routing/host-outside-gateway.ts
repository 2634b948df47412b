import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

function listening(listener: string): string {
  return `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: gateways }
spec: { gatewayClassName: istio, listeners: [{ name: http, protocol: HTTP, ${listener} }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web.shop.example], gateways: [gateways/edge], http: [] }
`;
}

export const hostOutsideGateway: CheckCases = {
  code: 'IST0132',
  mutations: {
    'a gateway for other hosts': change('Gateway', 'spec.servers', (servers) =>
      Array.isArray(servers)
        ? [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['nobody.example'] }]
        : undefined,
    ),
    'hosts for another namespace alone': change('Gateway', 'spec.servers', (servers) =>
      Array.isArray(servers)
        ? [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['elsewhere/*'] }]
        : undefined,
    ),
  },
  broken: {
    'a host that the gateway does not take': `
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
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: shop, namespace: shop }
spec:
  hosts: [shop.example, blog.example]
  gateways: [gateways/edge]
  http: [{ route: [{ destination: { host: web } }] }]
`,
    'a listener for another host': listening('port: 80, hostname: blog.example'),
    'one host of two': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: gateways }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: ['shop/*.shop.example', 'Blog.example']
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [blog.example, elsewhere.example], gateways: [gateways/edge], http: [] }
`,
    'a host for the routes of another namespace': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: gateways }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: ['shop/*.shop.example', 'Blog.example']
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: other }
spec: { hosts: [a.shop.example], gateways: [gateways/edge], http: [] }
`,
  },
  clean: {
    'the host of the gateway': `
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
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: shop, namespace: shop }
spec:
  hosts: [shop.example]
  gateways: [gateways/edge]
  http: [{ route: [{ destination: { host: web } }] }]
`,
    'a listener for all hosts': listening('port: 80'),
    'a listener for the host': listening("port: 80, hostname: '*.shop.example'"),
    'wildcards, another case, and the hosts of the mesh': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: gateways }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: ['shop/*.shop.example', 'Blog.example']
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: ['*.eu.shop.example', blog.example]
  gateways: [gateways/edge]
  http: []
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: all, namespace: shop }
spec:
  hosts: ['*']
  gateways: [gateways/edge]
  http: []
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: both, namespace: shop }
spec:
  hosts: [a.shop.example, web]
  gateways: [gateways/edge, mesh]
  http: []
`,
  },
};
