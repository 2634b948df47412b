import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const missingGateway: CheckCases = {
  code: 'KIA1401',
  mutations: {
    'a Gateway that is not there': change('GRPCRoute', 'spec.parentRefs.*.name', 'nowhere'),
    'a Gateway of another namespace': change('TCPRoute', 'spec.parentRefs.*.namespace', 'tickets-archive'),
    'a route of TLS to nobody': change('TLSRoute', 'spec.parentRefs.*.name', 'nowhere'),
  },
  broken: {
    'a name that no Gateway has': `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: store }
spec: { gatewayClassName: istio, listeners: [{ name: http, port: 80, protocol: HTTP }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: store }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop, namespace: store }
spec: { parentRefs: [{ name: egde }], rules: [{ backendRefs: [{ name: web, port: 80 }] }] }
`,
    'a Gateway of Istio, which is another kind': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop, namespace: shop }
spec: { parentRefs: [{ name: edge }] }
`,
  },
  clean: {
    'the name of a Gateway': `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: store }
spec: { gatewayClassName: istio, listeners: [{ name: http, port: 80, protocol: HTTP }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: store }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop, namespace: store }
spec: { parentRefs: [{ name: edge }], rules: [{ backendRefs: [{ name: web, port: 80 }] }] }
`,
    'parents of other kinds': `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop, namespace: shop }
spec:
  parentRefs:
    - { group: '', kind: Service, name: web }
    - { group: gateway.networking.k8s.io, kind: ListenerSet, name: web }
    - { group: networking.istio.io, kind: ServiceEntry, name: web }
`,
  },
};
