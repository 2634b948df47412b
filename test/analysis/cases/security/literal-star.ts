import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

const policy = (spec: string): string => `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: web, namespace: shop }
spec: { ${spec} }
`;
const denied = (operation: string): string =>
  policy(`action: DENY, rules: [{ to: [{ operation: { ports: ['80'], ${operation} } }] }]`);
const allowed = (operation: string): string => policy(`rules: [{ to: [{ operation: { ${operation} } }] }]`);

export const literalStar: CheckCases = {
  code: 'LAB080',
  mutations: {
    'a path with a star inside': change('AuthorizationPolicy', 'spec.rules.*.to.*.operation.paths', [
      '/users/*/orders',
    ]),
  },
  broken: {
    'a segment of a path to deny': denied("paths: ['/users/*/orders']"),
    'half a segment of a path to deny': denied("paths: ['/users/*orders']"),
    'stars at both ends of a path to allow': allowed("paths: ['*admin*']"),
    'two stars at the end': allowed("paths: ['/users/**']"),
    'a path that stays allowed': denied("notPaths: ['/users/*/orders']"),
    'a path that is not allowed': allowed("notPaths: ['/users/*/orders']"),
    'a host': allowed("hosts: ['web.*.example']"),
    'a principal': policy("rules: [{ from: [{ source: { principals: ['cluster.local/ns/*/sa/default'] } }] }]"),
    'a principal in a condition': policy(
      "rules: [{ when: [{ key: source.principal, values: ['cluster.local/ns/*/sa/default'] }] }]",
    ),
  },
  clean: {
    'stars at one end, and alone': allowed("paths: ['/users/*', '*.html', '*'], hosts: ['*.example'], methods: ['*']"),
    'templates of paths': allowed("paths: ['/users/{*}/orders', '/users/{**}']"),
    'a star in the name of a namespace': policy("rules: [{ from: [{ source: { namespaces: ['s*p'] } }] }]"),
  },
};
