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

/** A callee that takes mutual TLS, and what clients are told of it. */
const told = (rule: string, spec: string, more = ''): string => `${mesh('PERMISSIVE', spec)}---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: told, namespace: shop }
spec: { ${rule} }
---
apiVersion: v1
kind: Namespace
metadata: { name: club, labels: { istio-injection: enabled } }
${more}`;
const caller = 'rules: [{ from: [{ source: { principals: [cluster.local/ns/club/sa/default] } }] }]';
const manual = `---
apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: 'enableAutoMtls: false' }
`;
const member = (labels: string): string => `---
apiVersion: v1
kind: Pod
metadata: { name: member, namespace: club, labels: { ${labels} } }
`;

export const identityWithoutMtls: CheckCases = {
  code: 'KIA0105',
  example: { clean: 'callers to allow, who can do without an identity but had better not' },
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
    'callers whom a rule for the host has send plain text': told(
      'host: web, trafficPolicy: { tls: { mode: DISABLE } }',
      caller,
    ),
    'callers whom a rule for the namespace has send plain text, by their namespace': told(
      "host: '*.shop.svc.cluster.local', trafficPolicy: { tls: { mode: DISABLE } }",
      'rules: [{ from: [{ source: { namespaces: [club] } }] }]',
    ),
    'callers whom a rule for the mesh has send plain text, by a condition': told(
      "host: '*.local', trafficPolicy: { tls: { mode: DISABLE } }",
      'rules: [{ when: [{ key: source.namespace, values: [club] }] }]',
    ),
    'callers whom a rule for the port has send plain text, by their account': told(
      'host: web, trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, tls: { mode: DISABLE } }] }',
      'rules: [{ from: [{ source: { serviceAccounts: [club/default] } }] }]',
    ),
    'callers of the own namespace whom a rule has send plain text, by their account': told(
      "host: web, exportTo: ['.'], trafficPolicy: { tls: { mode: DISABLE } }",
      'rules: [{ from: [{ source: { serviceAccounts: [default] } }] }]',
    ),
    'any callers with an identity, whom a rule has send plain text': told(
      'host: web, trafficPolicy: { tls: { mode: DISABLE } }',
      "rules: [{ from: [{ source: { principals: ['*'] } }] }]",
    ),
    'callers whom a mesh without automatic mutual TLS tells nothing': told('host: web', caller, manual),
    'callers that the files show, whom a rule has send plain text': told(
      'host: web, trafficPolicy: { tls: { mode: DISABLE } }',
      caller,
      member('app: member'),
    ),
  },
  clean: {
    'callers who are told nothing': told('host: web', caller),
    'callers of another namespace than the one that a rule is for': told(
      "host: web, exportTo: ['.'], trafficPolicy: { tls: { mode: DISABLE } }",
      caller,
    ),
    'callers whom a rule for one port has send plain text at another': told(
      'host: web, trafficPolicy: { portLevelSettings: [{ port: { number: 81 }, tls: { mode: DISABLE } }] }',
      caller,
    ),
    'callers whom a mesh without automatic mutual TLS tells by a rule': told(
      'host: web, trafficPolicy: { tls: { mode: ISTIO_MUTUAL } }',
      caller,
      manual,
    ),
    'callers of whom some are told nothing': told(
      'host: web, workloadSelector: { matchLabels: { app: member } }, trafficPolicy: { tls: { mode: DISABLE } }',
      'rules: [{ from: [{ source: { namespaces: [shop] } }] }]',
    ),
    'all callers but some to deny, whom a rule has send plain text': told(
      'host: web, trafficPolicy: { tls: { mode: DISABLE } }',
      'action: DENY, rules: [{ from: [{ source: { notNamespaces: [club] } }] }]',
    ),
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
