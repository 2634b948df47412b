import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const singleWeight: CheckCases = {
  code: 'KIA1104',
  mutations: {
    'a share for a destination alone': change('VirtualService', 'spec.http.*.route', (route) =>
      Array.isArray(route) ? [{ destination: { host: 'web' }, weight: 90 }] : undefined,
    ),
  },
  broken: {
    'a tenth for nobody': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http: [{ route: [{ destination: { host: web }, weight: 90 }] }]
`,
  },
  clean: {
    'no share at all': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http: [{ route: [{ destination: { host: web } }] }]
`,
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
