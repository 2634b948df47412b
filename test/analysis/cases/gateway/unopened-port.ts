import type { CheckCases } from '../../check-cases';

function installed(role: string, port: number): string {
  return `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: public-${port}, namespace: shop }
spec:
  selector: { istio: ${role} }
  servers:
    - { port: { number: ${port}, name: http, protocol: HTTP }, hosts: [a.example] }
---
`;
}

export const unopenedPort: CheckCases = {
  code: 'IST0162',
  broken: {
    'a port that an installed gateway does not have': installed('ingressgateway', 9090),
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
    'a port of an installed gateway': installed('ingressgateway', 80),
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
    'a gateway that nobody knows': installed('public', 9090),
    'ports of an installed gateway': installed('ingressgateway', 443) + installed('ingressgateway', 31400),
  },
};
