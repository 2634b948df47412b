import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const unselectedProxy: CheckCases = {
  code: 'KIA0302',
  mutations: {
    'labels that no pod has': change('Gateway', 'spec.selector', { istio: 'nobody' }),
    'one label too many': change('Gateway', 'spec.selector.app', 'edge'),
  },
  broken: {
    'labels that no pod has': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgatway }
  servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [shop.example] }]
`,
  },
  clean: {
    'the gateway that is installed': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [shop.example] }]
`,
    'pods of another namespace, and gateways by their usual names': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { istio: ingress }
  servers:
    - { port: { number: 80, name: http-80, protocol: HTTP }, hosts: [a.example] }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: b, namespace: shop }
spec:
  selector: { app: istio-ingressgateway }
  servers:
    - { port: { number: 80, name: http-80, protocol: HTTP }, hosts: [b.example] }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: c, namespace: shop }
spec:
  selector: { app: edge }
  servers:
    - { port: { number: 80, name: http-80, protocol: HTTP }, hosts: [c.example] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: edge, namespace: gateways }
spec:
  replicas: 2
  template:
    metadata: { labels: { app: edge, version: v1 } }
    spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }] }] }
---
`,
  },
};
