import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const unknownNamespace: CheckCases = {
  code: 'KIA1601',
  mutations: { 'a namespace that is not there': change('ReferenceGrant', 'spec.from.*.namespace', 'nowhere') },
  clean: {
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
