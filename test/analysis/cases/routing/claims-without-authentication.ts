import type { CheckCases } from '../../check-cases';

export const claimsWithoutAuthentication: CheckCases = {
  code: 'IST0149',
  broken: {
    'claims that nobody has read': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: istio-system }
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
  gateways: [istio-system/edge]
  http:
    - match: [{ headers: { '@request.auth.claims.group': { exact: admin } } }]
      route: [{ destination: { host: web } }]
`,
    'no RequestAuthentication at all': `
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
  hosts: [shop.example]
  gateways: [gateways/edge]
  http:
    - match: [{ headers: { '@request.auth.claims.group': { exact: beta } } }]
      route: [{ destination: { host: web } }]
`,
    'a RequestAuthentication for other pods': `
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
  hosts: [shop.example]
  gateways: [gateways/edge]
  http:
    - match: [{ headers: { '@request.auth.claims.group': { exact: beta } } }]
      route: [{ destination: { host: web } }]
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: { name: tokens, namespace: istio-system }
spec: { selector: { matchLabels: { app: web } }, jwtRules: [{ issuer: shop.example }] }
`,
  },
  clean: {
    'claims that the gateway reads': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: istio-system }
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
  gateways: [istio-system/edge]
  http:
    - match: [{ headers: { '@request.auth.claims.group': { exact: admin } } }]
      route: [{ destination: { host: web } }]
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: { name: tokens, namespace: istio-system }
spec:
  selector: { matchLabels: { istio: ingressgateway } }
  jwtRules: [{ issuer: shop.example, jwksUri: 'https://shop.example/keys' }]
`,
    'a RequestAuthentication for the gateway': `
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
  hosts: [shop.example]
  gateways: [gateways/edge]
  http:
    - match: [{ headers: { '@request.auth.claims.group': { exact: beta } } }]
      route: [{ destination: { host: web } }]
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: { name: tokens, namespace: gateways }
spec: { selector: { matchLabels: { istio: ingressgateway } }, jwtRules: [{ issuer: shop.example }] }
`,
  },
};
