import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const unrootedPath: CheckCases = {
  code: 'LAB015',
  mutations: {
    'a path of a policy without its slash': change(
      'AuthorizationPolicy',
      'spec.rules.*.to.*.operation.notPaths.*',
      'api/*',
    ),
  },
  broken: {
    'a prefix that begins with a letter': `
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
  http: [{ match: [{ uri: { prefix: api/ } }], route: [{ destination: { host: web.example } }] }]
`,
    'an exact path without its slash': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ match: [{ uri: { exact: login } }, { uri: { prefix: /api } }], route: [{ destination: { host: web } }] }] }
`,
    'a prefix without its slash': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ match: [{ uri: { prefix: api/ } }], route: [{ destination: { host: web } }] }] }
`,
  },
  clean: {
    'a prefix that begins with a slash': `
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
  http: [{ match: [{ uri: { prefix: /api/ } }], route: [{ destination: { host: web.example } }] }]
`,
    'ends of paths, any path, and expressions': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: web, namespace: shop }
spec: { rules: [{ to: [{ operation: { paths: ['*/info', '*', '/a/{*}/b', '/api/*'], notPaths: [/health] } }] }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http:
    - match: [{ uri: { regex: '.*[.]css' } }, { uri: { exact: '*' } }, { uri: { prefix: / } }]
      route: [{ destination: { host: web } }]
`,
  },
};
