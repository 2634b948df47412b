import type { CheckCases } from '../../check-cases';

const mesh = (ports: string, policy: string): string => `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { selector: { app: db }, ports: [${ports}] }
---
apiVersion: v1
kind: Pod
metadata: { name: db, namespace: shop, labels: { app: db } }
spec: { containers: [] }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: db, namespace: shop }
spec: { ${policy} }
`;
/** A policy of a gateway whose Gateways are elsewhere. */
const atGateway = (policy: string, namespace = 'istio-system'): string => `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: edge, namespace: ${namespace} }
spec: { selector: { matchLabels: { istio: ingressgateway } }, ${policy} }
`;
const ownGateway = `---
apiVersion: v1
kind: Service
metadata: { name: edge, namespace: edge }
spec: { selector: { istio: ingressgateway }, ports: [{ name: http2, port: 80 }, { name: https, port: 443 }] }
---
apiVersion: v1
kind: Pod
metadata:
  name: edge
  namespace: edge
  labels: { istio: ingressgateway, sidecar.istio.io/inject: 'true' }
  annotations: { inject.istio.io/templates: gateway }
spec: { containers: [{ name: istio-proxy, image: auto }] }
`;
const tcp = '{ name: tcp, port: 5432 }';
const http = '{ name: http, port: 80, targetPort: 8080 }';
const both = `${tcp}, ${http}`;

export const httpOnTcp: CheckCases = {
  code: 'LAB022',
  broken: {
    'a method to allow': mesh(tcp, 'rules: [{ to: [{ operation: { methods: [GET] } }] }]'),
    'a token to allow': mesh(tcp, 'rules: [{ from: [{ source: { requestPrincipals: ["*"] } }] }]'),
    'a header to allow': mesh(tcp, 'rules: [{ when: [{ key: "request.headers[x-user]", values: [me] }] }]'),
    'a path to deny, beside a port of TCP': mesh(
      both,
      'action: DENY, rules: [{ to: [{ operation: { paths: [/admin] } }] }]',
    ),
    'a method beside a port of TCP in one rule to allow': mesh(
      both,
      'rules: [{ to: [{ operation: { ports: ["5432"] } }, { operation: { ports: ["8080"], methods: [GET] } }] }]',
    ),
    'a protocol of the application': mesh(
      '{ name: db, port: 5432, appProtocol: mysql }',
      'rules: [{ to: [{ operation: { methods: [GET] } }] }]',
    ),
  },
  clean: {
    'a method to allow, beside a port of TCP that nobody asks for': mesh(
      both,
      'rules: [{ to: [{ operation: { methods: [GET] } }] }]',
    ),
    'a method to deny at the port of HTTP': mesh(
      both,
      'action: DENY, rules: [{ to: [{ operation: { ports: ["8080"], methods: [GET] } }] }]',
    ),
    'two rules to allow': mesh(
      both,
      'rules: [{ to: [{ operation: { ports: ["5432"] } }] }, { to: [{ operation: { ports: ["8080"], methods: [GET] } }] }]',
    ),
    'callers and ports alone': mesh(
      tcp,
      'rules: [{ from: [{ source: { namespaces: [shop] } }], to: [{ operation: { ports: ["5432"] } }] }]',
    ),
    'a port of which nobody says what it speaks': mesh(
      '{ name: web, port: 80 }',
      'rules: [{ to: [{ operation: { methods: [GET] } }] }]',
    ),
    'paths to deny at a gateway that is taken for granted': atGateway(
      'action: DENY, rules: [{ to: [{ operation: { paths: [/admin] } }] }]',
    ),
    'paths to ask somebody about at a gateway that is taken for granted': atGateway(
      'action: CUSTOM, provider: { name: login }, rules: [{ to: [{ operation: { notPaths: [/health] } }] }]',
    ),
    'paths to deny at a gateway of the files': `${atGateway(
      'action: DENY, rules: [{ to: [{ operation: { paths: [/admin] } }] }]',
      'edge',
    )}${ownGateway}`,
    'a port of UDP beside one of HTTP': mesh(
      `${http}, { name: dns, port: 53, protocol: UDP }`,
      'action: DENY, rules: [{ to: [{ operation: { methods: [GET] } }] }]',
    ),
  },
};
