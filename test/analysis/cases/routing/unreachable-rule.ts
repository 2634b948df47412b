import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const unreachableRule: CheckCases = {
  code: 'IST0130',
  mutations: {
    'the rule for everything first': change('VirtualService', 'spec.http', (rules) =>
      Array.isArray(rules) && rules.length > 1 ? rules.toReversed() : undefined,
    ),
    'a rule twice': change('VirtualService', 'spec.http', (rules) =>
      Array.isArray(rules) ? [...rules, ...rules] : undefined,
    ),
  },
  broken: {
    'a path behind the rule for all': `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: web, namespace: shop }
spec:
  hosts: [web.example, web-next.example]
  ports: [{ number: 80, name: http, protocol: HTTP }]
  resolution: DNS
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web.example]
  http:
    - { route: [{ destination: { host: web.example } }] }
    - { match: [{ uri: { prefix: /api } }], route: [{ destination: { host: web-next.example } }] }
`,
    'a path behind the root of all paths': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http:
    - { match: [{ uri: { prefix: / } }], route: [{ destination: { host: web } }] }
    - { match: [{ uri: { prefix: /api } }], route: [{ destination: { host: web } }] }
`,
    'two names behind a wildcard for both': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: ['*.example']
  gateways: [edge]
  tls:
    - { match: [{ sniHosts: ['*.example'] }], route: [{ destination: { host: web } }] }
    - { match: [{ sniHosts: [a.example, b.example], port: 443 }], route: [{ destination: { host: web } }] }
`,
    'a header behind the path it is asked for': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http:
    - { match: [{ uri: { prefix: /api } }], route: [{ destination: { host: web } }] }
    - { match: [{ uri: { exact: /api/v1 }, headers: { x-canary: { exact: 'true' } } }], route: [{ destination: { host: web } }] }
`,
    'a rule of two matches, each behind another rule': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http:
    - { match: [{ uri: { prefix: /a } }], route: [{ destination: { host: web } }] }
    - { match: [{ uri: { prefix: /b } }], route: [{ destination: { host: web } }] }
    - { match: [{ uri: { prefix: /a/1 } }, { uri: { prefix: /b/1 } }], route: [{ destination: { host: web } }] }
`,
  },
  clean: {
    'a path before the rule for all': `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: web, namespace: shop }
spec:
  hosts: [web.example, web-next.example]
  ports: [{ number: 80, name: http, protocol: HTTP }]
  resolution: DNS
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web.example]
  http:
    - { match: [{ uri: { prefix: /api } }], route: [{ destination: { host: web-next.example } }] }
    - { route: [{ destination: { host: web.example } }] }
`,
    'narrower rules first': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http:
    - { match: [{ uri: { exact: / } }], route: [{ destination: { host: web } }] }
    - { match: [{ uri: { prefix: /api/v1 } }], route: [{ destination: { host: web } }] }
    - { match: [{ uri: { regex: '/api.*' } }], route: [{ destination: { host: web } }] }
    - { match: [{ uri: { prefix: /api } }], route: [{ destination: { host: web } }] }
    - { route: [{ destination: { host: web } }] }
`,
    'rules for different callers and gateways': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  gateways: [mesh, edge]
  http:
    - { match: [{ sourceLabels: { app: a } }], route: [{ destination: { host: web } }] }
    - { match: [{ sourceLabels: { app: b } }], route: [{ destination: { host: web } }] }
    - { match: [{ gateways: [mesh] }], route: [{ destination: { host: web } }] }
    - { match: [{ gateways: [edge] }], route: [{ destination: { host: web } }] }
`,
    'a delegate that need not answer': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http:
    - { match: [{ uri: { prefix: /api } }], delegate: { name: api } }
    - { match: [{ uri: { prefix: /api } }], route: [{ destination: { host: web } }] }
`,
    'one of two matches is still free': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http:
    - { match: [{ uri: { prefix: /a } }], route: [{ destination: { host: web } }] }
    - { match: [{ uri: { prefix: /a/b } }, { uri: { prefix: /c } }], route: [{ destination: { host: web } }] }
`,
    'a header that is not there, then one that is': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http:
    - { match: [{ withoutHeaders: { x-a: {} } }], route: [{ destination: { host: web } }] }
    - { match: [{ headers: { x-a: {} } }], route: [{ destination: { host: web } }] }
`,
  },
};
