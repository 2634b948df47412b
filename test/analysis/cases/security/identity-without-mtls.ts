import type { CheckCases } from '../../check-cases';
import { change, inNamespaces, labNamespaces } from '../../mutation';

const mesh = (mode: string, spec: string): string => `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }] }] }
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, mtls: { mode: STRICT }, portLevelMtls: { 8080: { mode: ${mode} } } }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: web, namespace: shop }
spec: { ${spec} }
`;

export const identityWithoutMtls: CheckCases = {
  code: 'KIA0105',
  // What the whole mesh is told does not count where namespaces say more.
  mutations: inNamespaces(
    [...labNamespaces, 'bookings', 'tickets-gateway', 'tickets', 'tickets-archive', 'bank', 'shop'],
    {
      'no mutual TLS in a namespace': change('PeerAuthentication', 'spec.mtls.mode', 'DISABLE'),
    },
  ),
  broken: {
    'no mutual TLS at the port': mesh('DISABLE', 'rules: [{ from: [{ source: { namespaces: [shop] } }] }]'),
    'callers to deny, who can do without an identity': mesh(
      'PERMISSIVE',
      'action: DENY, rules: [{ from: [{ source: { namespaces: [dev] } }] }]',
    ),
    'all callers but some, who can do without an identity': mesh(
      'PERMISSIVE',
      'rules: [{ when: [{ key: source.namespace, notValues: [dev] }] }]',
    ),
  },
  clean: {
    'callers to allow, who can do without an identity but had better not': mesh(
      'PERMISSIVE',
      'rules: [{ from: [{ source: { namespaces: [shop] } }] }]',
    ),
    'all callers but some to deny': mesh(
      'PERMISSIVE',
      'action: DENY, rules: [{ from: [{ source: { notNamespaces: [shop] } }] }]',
    ),
    'identities that come from tokens': mesh(
      'DISABLE',
      'rules: [{ from: [{ source: { requestPrincipals: ["*"] } }] }]',
    ),
    'mutual TLS off at a port that is not served': mesh(
      'STRICT',
      'rules: [{ from: [{ source: { namespaces: [shop] } }] }]',
    ).replace('portLevelMtls: { 8080', 'portLevelMtls: { 9999'),
    'pods of which the files do not say that they are in the mesh': mesh(
      'DISABLE',
      'rules: [{ from: [{ source: { namespaces: [shop] } }] }]',
    ).replace('istio-injection: enabled', 'team: shop'),
  },
};
