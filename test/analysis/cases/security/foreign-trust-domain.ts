import type { CheckCases } from '../../check-cases';
import { change, rewritten } from '../../mutation';

export const foreignTrustDomain: CheckCases = {
  code: 'KIA0108',
  mutations: {
    'another trust domain': change(
      'AuthorizationPolicy',
      'spec.rules.*.from.*.source.principals.*',
      rewritten((old) => old.replace('cluster.local', 'elsewhere.example')),
    ),
  },
  clean: {
    'the own trust domain by each of its names': `
apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: "trustDomain: shop.example\\ntrustDomainAliases: [old.example]" }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: web, namespace: shop }
spec:
  rules:
    - from:
        - source:
            principals:
              - cluster.local/ns/shop/sa/web
              - shop.example/ns/shop/sa/web
              - old.example/ns/shop/sa/web
              - '*/ns/shop/sa/web'
              - 'spiffe://shop.example/ns/shop/sa/web'
`,
  },
};
