import type { CheckCases } from '../../check-cases';
import { change, inNamespaces, labNamespaces } from '../../mutation';

const policy = (spec: string): string => `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: web, namespace: shop }
spec: { ${spec} }
`;

const ambientPods = `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio.io/dataplane-mode: ambient } }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
---`;

export const portlessDeny: CheckCases = {
  code: 'LAB078',
  example: { broken: 'a host without its port', clean: 'a method at a port' },
  // The pods of the clinic are ambient.
  mutations: inNamespaces(
    [...labNamespaces, 'bookings', 'tickets-gateway', 'tickets', 'tickets-archive', 'bank', 'shop'],
    {
      'a method that nobody may use': change('AuthorizationPolicy', 'spec', {
        action: 'DENY',
        rules: [{ to: [{ operation: { methods: ['TRACE'] } }] }],
      }),
    },
  ),
  broken: {
    'a path, of pods of which ztunnel has some': `${ambientPods}${policy('action: DENY, rules: [{ to: [{ operation: { paths: [/a] } }] }]')}---
apiVersion: v1
kind: Pod
metadata: { name: old, namespace: shop, labels: { istio.io/dataplane-mode: none } }
`,
    'a host without its port': policy('action: DENY, rules: [{ to: [{ operation: { hosts: [a.example] } }] }]'),
    'a port for one of two operations': policy(
      'action: DENY, rules: [{ to: [{ operation: { paths: [/a], ports: ["80"] } }, { operation: { paths: [/b] } }] }]',
    ),
    'whoever has no token': policy('action: DENY, rules: [{ from: [{ source: { notRequestPrincipals: ["*"] } }] }]'),
    'a header': policy('action: DENY, rules: [{ when: [{ key: "request.headers[x-user]", values: [me] }] }]'),
    'a path for one caller': policy(
      'action: DENY, rules: [{ from: [{ source: { namespaces: [shop] } }], to: [{ operation: { paths: [/a] } }] }]',
    ),
  },
  clean: {
    'a path, of pods that ztunnel has': `${ambientPods}${policy('action: DENY, rules: [{ to: [{ operation: { paths: [/a] } }] }]')}`,
    'a method at a port': policy('action: DENY, rules: [{ to: [{ operation: { methods: [TRACE], ports: ["80"] } }] }]'),
    'a method at all ports but one': policy(
      'action: DENY, rules: [{ to: [{ operation: { methods: [TRACE], notPorts: ["5432"] } }] }]',
    ),
    'a header, on a condition of ports': policy(
      'action: DENY, rules: [{ when: [{ key: "request.headers[a]", values: [b] }, { key: destination.port, values: ["80"] }] }]',
    ),
    'callers, whatever they speak': policy('action: DENY, rules: [{ from: [{ source: { namespaces: [shop] } }] }]'),
    'a method that is allowed': policy('rules: [{ to: [{ operation: { methods: [GET] } }] }]'),
  },
};
