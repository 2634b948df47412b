import type { CheckCases } from '../../check-cases';
import { change, inNamespaces, labNamespaces } from '../../mutation';

const policy = (name: string, spec: string, wave?: string, namespace = 'shop'): string => `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: ${name}, namespace: ${namespace}${wave === undefined ? '' : `, annotations: { argocd.argoproj.io/sync-wave: "${wave}" }`} }
spec: ${spec}
---`;
const allow = '{ rules: [{ from: [{ source: { namespaces: [shop] } }] }] }';
const network = (name: string, spec: string, wave: string): string => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: shop, annotations: { argocd.argoproj.io/sync-wave: "${wave}" } }
spec: ${spec}
---`;

export const earlyRefusal: CheckCases = {
  code: 'LAB054',
  mutations: inNamespaces(labNamespaces, {
    'everything refused first': change('AuthorizationPolicy', 'metadata.annotations', (old) =>
      JSON.stringify(old).includes('"6"') ? { 'argocd.argoproj.io/sync-wave': '1' } : undefined,
    ),
    'all of the network refused first': change('NetworkPolicy', 'metadata.annotations', (old) =>
      JSON.stringify(old).includes('"6"') ? { 'argocd.argoproj.io/sync-wave': '-1' } : undefined,
    ),
    'a caller allowed last': change('AuthorizationPolicy', 'metadata.annotations', (old) =>
      JSON.stringify(old).includes('"2"') ? { 'argocd.argoproj.io/sync-wave': '10' } : undefined,
    ),
  }),
  broken: {
    'a refusal without a wave, which is 0': policy('deny-all', '{}') + policy('web', allow, '1'),
    'a refusal in the whole mesh': policy('deny-all', '{}', '1', 'istio-system') + policy('web', allow, '2'),
    'a way out that opens late':
      network('deny', '{ podSelector: {}, policyTypes: [Egress] }', '1') +
      network('dns', '{ podSelector: {}, policyTypes: [Egress], egress: [{ ports: [{ port: 53 }] }] }', '2'),
  },
  clean: {
    'no waves at all, the refusal first': policy('deny-all', '{}') + policy('web', allow),
    'both in one wave': policy('deny-all', '{}', '1') + policy('web', allow, '1'),
    'a refusal in another namespace': policy('deny-all', '{}', '1', 'stage') + policy('web', allow, '2'),
    'a refusal of some pods':
      policy('deny-db', '{ selector: { matchLabels: { app: db } } }', '1') + policy('web', allow, '2'),
    'a rule that refuses, and is not undone by another':
      policy('deny-all', '{}', '2') +
      policy('web', allow, '1') +
      policy('no-trace', '{ action: DENY, rules: [{}] }', '3'),
    'a way in that opens after the way out is shut':
      network('deny', '{ podSelector: {}, policyTypes: [Egress] }', '1') +
      network('web', '{ podSelector: {}, ingress: [{ ports: [{ port: 80 }] }] }', '2'),
  },
};
