import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';
import { meshed } from './meshed';

export const targetPort: CheckCases = {
  code: 'KIA0701',
  mutations: {
    'a name that no container has': change('Service', 'spec.ports.*.targetPort', 'nowhere'),
    'a number that no container has': change('Service', 'spec.ports.*.targetPort', 1),
  },
  broken: {
    'a name that no container has': meshed(' [{ name: http, port: 80, targetPort: web }]'),
    'a number that is a slip of a declared one': meshed(' [{ name: http, port: 80, targetPort: 80 }]'),
  },
  clean: {
    'the name of a port of the container': meshed(' [{ name: http, port: 80, targetPort: http }]'),
    'ports of the proxy, and of containers that declare none': `${meshed(`
    - { name: http, port: 80, targetPort: 8080 }
    - { name: http-named, port: 81, targetPort: http }
    - { name: http-own, port: 8080 }
    - { name: http-envoy-prom, port: 15090, targetPort: http-envoy-prom }`)}
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: silent, namespace: shop }
spec: { template: { metadata: { labels: { app: silent } }, spec: { containers: [{ name: silent }] } } }
---
apiVersion: v1
kind: Service
metadata: { name: silent, namespace: shop }
spec: { selector: { app: silent }, ports: [{ name: http, port: 80, targetPort: 3000 }] }
---
apiVersion: v1
kind: Service
metadata: { name: free, namespace: shop }
spec: { ports: [{ name: http, port: 80, targetPort: anything }] }
`,
    'a number that only the program knows': meshed(`
    - { name: http, port: 80, targetPort: 8080 }
    - { name: grpc, port: 81, targetPort: 18080 }`),
    'a second Service for a port that is not declared': `${meshed(' [{ name: http, port: 80, targetPort: 8080 }]')}
---
apiVersion: v1
kind: Service
metadata: { name: web-admin, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 8443 }] }
`,
    'a gateway of its own': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: edge, namespace: edge }
spec:
  template:
    metadata: { labels: { istio: edge, sidecar.istio.io/inject: 'true' } }
    spec: { containers: [{ name: istio-proxy, image: auto, ports: [{ name: metrics, containerPort: 15090 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: edge, namespace: edge }
spec: { selector: { istio: edge }, ports: [{ name: http, port: 80, targetPort: 8080 }] }
`,
  },
};
