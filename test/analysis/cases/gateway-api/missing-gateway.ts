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
