import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

const policy = (spec: string): string => `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: web, namespace: shop }
spec: { ${spec} }
`;

export const toothlessDeny: CheckCases = {
  code: 'LAB021',
  mutations: { 'a policy that shall deny all': change('AuthorizationPolicy', 'spec', { action: 'DENY' }) },
  broken: { 'a policy that shall ask somebody else': policy('action: CUSTOM, provider: { name: gate }, rules: []') },
  clean: {
    'a rule that matches everything': policy('action: DENY, rules: [{}]'),
    'a policy that allows nothing': policy('action: ALLOW'),
    'a policy without anything': policy(''),
  },
};
