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
