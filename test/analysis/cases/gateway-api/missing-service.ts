import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const missingService: CheckCases = {
  code: 'KIA1402',
  mutations: {
    'a backend that is not there': change('HTTPRoute', 'spec.rules.*.backendRefs.*.name', 'nobody'),
    'a backend by its host': change('GRPCRoute', 'spec.rules.*.backendRefs.*.name', 'seats.tickets.svc.cluster.local'),
    'a backend of another namespace': change('TCPRoute', 'spec.rules.*.backendRefs.*.namespace', 'tickets-archive'),
    'copies for nobody': change('HTTPRoute', 'spec.rules.*.filters.*.requestMirror.backendRef.name', 'nobody'),
  },
  broken: {
    'a route between services, bound to none': `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop, namespace: shop }
spec: { parentRefs: [{ group: '', kind: Service, name: web }] }
`,
  },
  clean: {
    'backends of other kinds': `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop, namespace: shop }
spec:
  rules:
    - backendRefs:
        - { group: networking.istio.io, kind: Hostname, name: api.pay.example, port: 443 }
        - { group: multicluster.x-k8s.io, kind: ServiceImport, name: web, port: 80 }
    - filters: [{ type: RequestRedirect, requestRedirect: { scheme: https } }]
`,
  },
};
