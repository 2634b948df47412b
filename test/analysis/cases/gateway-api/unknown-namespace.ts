import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const unknownNamespace: CheckCases = {
  code: 'KIA1601',
  mutations: { 'a namespace that is not there': change('ReferenceGrant', 'spec.from.*.namespace', 'nowhere') },
  broken: {
    'a namespace misspelt': `
apiVersion: v1
kind: Namespace
metadata: { name: store }
---
apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: { name: web, namespace: shop }
spec:
  from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: stroe }]
  to: [{ group: '', kind: Service }]
`,
  },
  clean: {
    'a namespace of the files': `
apiVersion: v1
kind: Namespace
metadata: { name: store }
---
apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: { name: web, namespace: shop }
spec:
  from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: store }]
  to: [{ group: '', kind: Service }]
`,
    'a namespace that no file declares, with a route in it': `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop, namespace: shop }
---
apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: { name: shop, namespace: web }
spec: { from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop }] }
`,
  },
};
