import type { CheckCases } from '../../check-cases';
import { change, remove } from '../../mutation';

export const missingGateway: CheckCases = {
  code: 'KIA1102',
  mutations: {
    'a gateway that is not there': change('VirtualService', 'spec.gateways.*', 'nowhere'),
    'a gateway taken away': (objects) =>
      [...remove('Gateway')(objects)].filter((left) =>
        left.every(({ kind, group }) => kind !== 'Gateway' || group !== 'networking.istio.io'),
      ),
  },
  broken: {
    'a gateway named without its namespace': `
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
  gateways: [edge]
  http: [{ route: [{ destination: { host: web } }] }]
`,
  },
  clean: {
    'a gateway named with its namespace': `
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
    'a gateway of another namespace': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: gateways }
spec: { selector: { istio: ingressgateway }, servers: [] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: shop, namespace: shop }
spec: { hosts: [shop.example], gateways: [mesh, gateways/edge], http: [] }
`,
  },
};
