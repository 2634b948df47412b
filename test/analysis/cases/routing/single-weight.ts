import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const singleWeight: CheckCases = {
  code: 'KIA1104',
  mutations: {
    'a share for a destination alone': change('VirtualService', 'spec.http.*.route', (route) =>
      Array.isArray(route) ? [{ destination: { host: 'web' }, weight: 90 }] : undefined,
    ),
  },
  clean: {
    'nothing, all or a zero for a destination alone': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http:
    - match: [{ uri: { prefix: /a } }]
      route: [{ destination: { host: web }, weight: 100 }]
    - match: [{ uri: { prefix: /b } }]
      route: [{ destination: { host: web }, weight: 0 }]
    - route: [{ destination: { host: web } }]
`,
  },
};
