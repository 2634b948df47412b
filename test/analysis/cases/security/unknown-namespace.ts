import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const unknownNamespace: CheckCases = {
  code: 'KIA0101',
  mutations: {
    'a namespace that is not there': change(
      'AuthorizationPolicy',
      'spec.rules.*.from.*.source.namespaces.*',
      'nowhere',
    ),
    'the start of a namespace that is not there': change(
      'AuthorizationPolicy',
      'spec.rules.*.from.*.source.namespaces.*',
      'nowhere-*',
    ),
  },
  broken: {
    'a condition on a namespace that is not there': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: web, namespace: shop }
spec: { action: DENY, rules: [{ when: [{ key: source.namespace, notValues: [nowhere] }] }] }
`,
  },
  clean: {
    'a namespace that exists by what lives in it, by its start, by its end, and any': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: web, namespace: store }
spec: { rules: [{ from: [{ source: { namespaces: [shop, 'sh*', '*op', '*'] } }] }] }
`,
  },
};
