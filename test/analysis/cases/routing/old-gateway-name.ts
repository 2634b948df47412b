import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const oldGatewayName: CheckCases = {
  code: 'KIA1108',
  mutations: {
    'a gateway by the name of a host': change('VirtualService', 'spec.gateways.*', 'edge.shop.svc.cluster.local'),
  },
  broken: {
    'a host for a name': `
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
  gateways: [edge.gateways.svc.cluster.local]
  http: [{ route: [{ destination: { host: web } }] }]
`,
  },
  clean: {
    'a namespace and a name': `
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
    'names as they are written today': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  gateways: [edge, ./edge, gateways/edge, mesh]
  http: []
`,
  },
};
