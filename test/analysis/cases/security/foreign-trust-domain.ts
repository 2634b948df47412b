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
  broken: {
    'another trust domain': `
apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: orders, namespace: shop }
spec: { rules: [{ from: [{ source: { principals: [elsewhere.example/ns/shop/sa/web] } }] }] }
`,
  },
  clean: {
    'the trust domain of the mesh': `
apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: orders, namespace: shop }
spec: { rules: [{ from: [{ source: { principals: [cluster.local/ns/shop/sa/web] } }] }] }
`,
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
