import type { CheckCases } from '../../check-cases';
import { change, remove } from '../../mutation';

const service = `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: web }
spec: { ports: [{ port: 80 }] }
---
apiVersion: v1
kind: Service
metadata: { name: shop, namespace: shop }
spec: { ports: [{ port: 80 }] }
`;

export const missingGrant: CheckCases = {
  code: 'LAB040',
  mutations: {
    'no grant': remove('ReferenceGrant'),
    'a grant to another kind of route': change('ReferenceGrant', 'spec.from.*.kind', 'GRPCRoute'),
    'a grant to another namespace': change('ReferenceGrant', 'spec.from.*.namespace', 'tickets-gateway'),
    'a grant for another Service': change('ReferenceGrant', 'spec.to.*.name', 'seats'),
    'a grant for another kind': change('ReferenceGrant', 'spec.to.*.kind', 'Secret'),
    'a grant in the namespace of the route': change('ReferenceGrant', 'metadata.namespace', 'tickets'),
  },
  broken: {
    'no grant': `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: store }
spec: { gatewayClassName: istio, listeners: [{ name: http, port: 80, protocol: HTTP }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop, namespace: store }
spec:
  parentRefs: [{ name: edge }]
  rules: [{ backendRefs: [{ name: web, namespace: shop, port: 80 }] }]
`,
  },
  clean: {
    'a grant to the namespace of the route': `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: store }
spec: { gatewayClassName: istio, listeners: [{ name: http, port: 80, protocol: HTTP }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop, namespace: store }
spec:
  parentRefs: [{ name: edge }]
  rules: [{ backendRefs: [{ name: web, namespace: shop, port: 80 }] }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: { name: web, namespace: shop }
spec:
  from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: store }]
  to: [{ group: '', kind: Service }]
`,
    'a grant for all Services': `
apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: { name: shop, namespace: web }
spec:
  from: [{ group: gateway.networking.k8s.io, kind: TLSRoute, namespace: shop }]
  to: [{ group: '', kind: Service }]
---
apiVersion: gateway.networking.k8s.io/v1alpha2
kind: TLSRoute
metadata: { name: shop, namespace: shop }
spec:
  parentRefs: [{ name: edge }]
  rules: [{ backendRefs: [{ name: web, namespace: web, port: 80 }, { name: shop, namespace: shop, port: 80 }] }]
---${service}`,
    'a route between services': `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop, namespace: shop }
spec:
  parentRefs: [{ group: '', kind: Service, name: shop }]
  rules: [{ backendRefs: [{ name: web, namespace: web, port: 80 }] }]
---${service}`,
  },
};
