import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

const policy = (action: string, operation: string): string => `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: web, namespace: shop }
spec: { action: ${action}, rules: [{ to: [{ operation: { ports: ["80"], ${operation} } }] }] }
`;
const meshConfig = (normalization: string): string => `
---
apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: "${normalization}" }
`;
const normalized = (as: string): string => meshConfig(`{ pathNormalization: { normalization: ${as} } }`);

export const respelledPath: CheckCases = {
  code: 'LAB079',
  mutations: {
    'a path that nobody may ask for': change('AuthorizationPolicy', 'spec', {
      action: 'DENY',
      rules: [{ to: [{ operation: { paths: ['/-/quit'], ports: ['80'] } }] }],
    }),
  },
  broken: {
    'a path that is denied, where nobody knows the mesh': policy('DENY', 'paths: [/admin/quit]'),
    'a path that is not allowed': policy('ALLOW', 'notPaths: [/admin/quit]'),
    'a path that somebody else is asked about': policy('CUSTOM', 'paths: [/admin]'),
    "Istio's default": policy('DENY', 'paths: [/admin]') + meshConfig('{}'),
    'slashes that are merged and not decoded': policy('DENY', "paths: ['/admin/*']") + normalized('MERGE_SLASHES'),
    'paths as they stand': policy('DENY', 'paths: [/admin]') + normalized('NONE'),
    'whatever starts alike, allowed': policy('ALLOW', "paths: ['/public/*']") + normalized('BASE'),
    'all but what starts alike, denied': policy('DENY', "notPaths: ['/public/*']") + normalized('BASE'),
  },
  clean: {
    'slashes that are decoded and merged':
      policy('DENY', 'paths: [/admin/quit]') + normalized('DECODE_AND_MERGE_SLASHES'),
    'whatever starts alike, allowed, where slashes are decoded':
      policy('ALLOW', "paths: ['/public/*']") + normalized('DECODE_AND_MERGE_SLASHES'),
    'whatever starts alike, allowed, where nobody knows the mesh': policy('ALLOW', "paths: ['/public/*']"),
    'an exact path that is allowed': policy('ALLOW', 'paths: [/public/a]') + normalized('NONE'),
    'the end of a path': policy('DENY', "paths: ['*.key']"),
    'any path': policy('DENY', "paths: ['*']"),
    'all but an exact path, denied': policy('DENY', 'notPaths: [/public/a]') + normalized('BASE'),
  },
};
