import type { CheckCases } from '../../check-cases';
import { brokenFields } from './fields';
import { refusedPolicies, takenPolicies } from './authorization';
import { refusedExtensions, takenExtensions } from './extensions';
import { refused } from './refused';
import { brokenRules } from './rules';

export const validObject: CheckCases = {
  code: 'IST0106',
  mutations: { ...brokenFields, ...brokenRules },
  broken: {
    'a share as text': `
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
    - route:
        - { destination: { host: web.example }, weight: '100' }
`,
    'weights that are all nothing': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http: [{ route: [{ destination: { host: web, subset: a } }, { destination: { host: web, subset: b } }] }]
`,
    ...refused,
    ...refusedPolicies,
    ...refusedExtensions,
    'every host of the mesh': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: ['*'], http: [{ route: [{ destination: { host: web } }] }] }
`,
    'a selector beside targetRefs': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, targetRefs: [{ kind: Service, name: web }], rules: [{}] }
`,
  },
  clean: {
    'a share as a number': `
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
    - route:
        - { destination: { host: web.example }, weight: 100 }
`,
    'other groups, and what Istio installs with': `
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
spec: { profile: minimal, anything: true }
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge }
spec: { gatewayClassName: istio, unheard: true }
`,
    'values that are null, which the API server drops': `
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default }
spec: { selector: null, mtls: { mode: STRICT }, portLevelMtls: null }
`,
    'free content where the schema leaves room': `
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: { name: limit }
spec:
  configPatches:
    - applyTo: HTTP_FILTER
      match: { context: SIDECAR_INBOUND }
      patch: { operation: INSERT_BEFORE, value: { name: anything, typed_config: { deep: [1, two] } } }
`,
    'regular expressions of RE2 that JavaScript has not': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web }
spec:
  hosts: [web]
  http:
    - match:
        - uri: { regex: '(?i)/[[:alpha:]]+/(?P<name>\\w+)\\z' }
        - uri: { regex: '/a\\++/\\Q(\\E/[^(?=)]{1,3}' }
        - withoutHeaders: { x-canary: { regex: '*' } }
        - headers: { ':method': { exact: GET }, '@request.auth.claims.group': { exact: admin } }
          gateways: [edge]
      retries: { attempts: 3, perTryTimeout: 1.5s, retryOn: 'connect-failure,refused-stream,503' }
      timeout: 1h30m
      route: [{ destination: { host: web } }]
`,
    'a redirect on the plain port, certificates on the other': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 80, name: http, protocol: HTTP }, hosts: ['*.shop.example'], tls: { httpsRedirect: true } }
    - { port: { number: 443, name: https, protocol: https }, hosts: [./shop.example], tls: { mode: MUTUAL, credentialName: shop } }
    - { port: { number: 8443, name: tls, protocol: TLS }, hosts: ['*'], tls: { mode: PASSTHROUGH } }
    - { port: { number: 15443, name: mesh, protocol: TLS }, hosts: ['*.local'], tls: { mode: AUTO_PASSTHROUGH } }
`,
    'a wildcard where nothing is resolved, and a delegate': `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: wiki }
spec: { hosts: ['*.wikipedia.org'], ports: [{ number: 443, name: https, protocol: TLS }], exportTo: ['~'] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: part }
spec: { http: [{ match: [{ uri: { prefix: /a } }], route: [{ destination: { host: web } }] }] }
`,
    ...takenPolicies,
    ...takenExtensions,
    'policies for everybody, by trust domain, and as a dry run': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: all, annotations: { istio.io/dry-run: 'true' } }
spec:
  action: DENY
  rules:
    - from: [{ source: { trustDomains: [old.example] } }]
      to: [{ operation: { ports: ['8080'] } }]
      when: [{ key: 'request.headers[x-team]', values: [a] }]
    - {}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: none }
spec: {}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: default }
spec: { egress: [{ hosts: [./*, '*/web.shop.svc.cluster.local', '~/*'] }] }
`,
  },
};
