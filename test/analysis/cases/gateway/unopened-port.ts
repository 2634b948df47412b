import type { CheckCases } from '../../check-cases';

export const unopenedPort: CheckCases = {
  code: 'IST0162',
  broken: {
    'a port that the Service does not have': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: edge, namespace: gateways }
spec:
  replicas: 2
  template:
    metadata: { labels: { app: edge, version: v1 } }
    spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: edge, namespace: gateways }
spec: { selector: { app: edge }, ports: [{ name: web, port: 80, targetPort: http }, { name: https, port: 443, targetPort: 8443 }] }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { app: edge }
  servers:
    - { port: { number: 9090, name: http-9090, protocol: HTTP }, hosts: [a.example] }
`,
  },
  clean: {
    'ports of the Service, and of the pods behind them': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: edge, namespace: gateways }
spec:
  replicas: 2
  template:
    metadata: { labels: { app: edge, version: v1 } }
    spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: edge, namespace: gateways }
spec: { selector: { app: edge }, ports: [{ name: web, port: 80, targetPort: http }, { name: https, port: 443, targetPort: 8443 }] }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { app: edge }
  servers:
    - { port: { number: 80, name: http-80, protocol: HTTP }, hosts: [a.example] }
    - { port: { number: 443, name: http-443, protocol: HTTP }, hosts: [a.example] }
    - { port: { number: 8080, name: http-8080, protocol: HTTP }, hosts: [a.example] }
    - { port: { number: 8443, name: http-8443, protocol: HTTP }, hosts: [a.example] }
`,
    'a gateway whose Service is in none of the files': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 9090, name: http-9090, protocol: HTTP }, hosts: [a.example] }
`,
  },
};
