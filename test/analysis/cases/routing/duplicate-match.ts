import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const duplicateMatch: CheckCases = {
  code: 'IST0131',
  mutations: {
    'a match twice': change('VirtualService', 'spec.http.*.match', (matches) =>
      Array.isArray(matches) ? [...matches, ...matches] : undefined,
    ),
  },
  broken: {
    'a path below one of the rule before': `
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
    - { match: [{ uri: { prefix: /login } }, { uri: { prefix: /api/v1 } }], route: [{ destination: { host: web.example } }] }
`,
    'one of two matches is taken by a rule before': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http:
    - { match: [{ uri: { prefix: /a } }], route: [{ destination: { host: web } }] }
    - { match: [{ uri: { prefix: /a/b } }, { uri: { prefix: /c } }], route: [{ destination: { host: web } }] }
`,
  },
  clean: {
    'paths of its own': `
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
    - { match: [{ uri: { prefix: /login } }, { uri: { prefix: /logout } }], route: [{ destination: { host: web.example } }] }
`,
    'matches that differ in case, method or port': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http:
    - match:
        - { uri: { prefix: /a }, method: { exact: GET } }
        - { uri: { prefix: /a }, method: { exact: PUT } }
        - { uri: { prefix: /a }, port: 80 }
        - { uri: { prefix: /b }, ignoreUriCase: true }
        - { uri: { prefix: /b } }
      route: [{ destination: { host: web } }]
`,
    'a rule that is wholly unreachable is another matter': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http:
    - { match: [{ uri: { prefix: /a } }], route: [{ destination: { host: web } }] }
    - { match: [{ uri: { prefix: /a } }], route: [{ destination: { host: web } }] }
`,
  },
};
