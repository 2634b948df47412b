import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';
import { meshed } from './meshed';

/** A proxy that nobody injects, its Service, and a Gateway for some pods. */
function proxy(selector: string): string {
  return `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec: { selector: { ${selector} }, servers: [{ port: { number: 8081, name: http, protocol: HTTP }, hosts: ['*'] }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: edge, namespace: edge }
spec:
  template:
    metadata: { labels: { istio: edge, sidecar.istio.io/inject: 'false' } }
    spec: { containers: [{ name: istio-proxy, image: 'istio.example/proxyv2:1', ports: [{ containerPort: 8080 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: edge, namespace: edge }
spec: { selector: { istio: edge }, ports: [{ name: http2, port: 80, targetPort: 8081 }] }
`;
}

export const targetPort: CheckCases = {
  code: 'KIA0701',
  example: { broken: 'a name that no container has' },
  mutations: {
    'a name that no container has': change('Service', 'spec.ports.*.targetPort', 'nowhere'),
    'a number that no container has': change('Service', 'spec.ports.*.targetPort', 1),
  },
  broken: {
    'pods of a proxy that no Gateway configures': proxy('istio: other'),
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
    'pods of a proxy that a Gateway configures': proxy('istio: edge'),
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
