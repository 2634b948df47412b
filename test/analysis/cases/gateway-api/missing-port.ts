import type { CheckCases } from '../../check-cases';
import { change, nothing } from '../../mutation';

export const missingPort: CheckCases = {
  code: 'LAB041',
  mutations: {
    'the port of the pods': change('HTTPRoute', 'spec.rules.*.backendRefs.*.port', 8080),
    'no port': change('GRPCRoute', 'spec.rules.*.backendRefs.*.port', nothing),
    'another port for copies': change('HTTPRoute', 'spec.rules.*.filters.*.requestMirror.backendRef.port', 8080),
  },
  broken: {
    'the port of the pods': `
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
spec:
  parentRefs: [{ name: edge }]
  rules: [{ backendRefs: [{ name: web, port: 8080 }] }]
`,
  },
  clean: {
    'the port of the Service': `
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
spec:
  parentRefs: [{ name: edge }]
  rules: [{ backendRefs: [{ name: web, port: 80 }] }]
`,
    'a port of a Service that stands for another host, and one of a Service that is missing': `
apiVersion: v1
kind: Service
metadata: { name: pay, namespace: shop }
spec: { type: ExternalName, externalName: api.pay.example }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop, namespace: shop }
spec:
  rules:
    - backendRefs: [{ name: pay, port: 443 }, { name: nobody, port: 80 }]
`,
  },
};
