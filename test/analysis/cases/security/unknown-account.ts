import type { CheckCases } from '../../check-cases';
import { change, rewritten } from '../../mutation';

const principals = 'spec.rules.*.from.*.source.principals.*';

const accounts = `
apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }
---
`;

const source = (fields: string): string => `${accounts}
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: orders, namespace: shop }
spec: { rules: [{ from: [{ source: { ${fields} } }] }] }
`;

export const unknownAccount: CheckCases = {
  code: 'KIA0106',
  mutations: {
    'an account that is not there': change(
      'AuthorizationPolicy',
      principals,
      rewritten((old) => `${old}-old`),
    ),
    'a namespace that is not there': change(
      'AuthorizationPolicy',
      principals,
      rewritten((old) => old.replace('/ns/', '/ns/no-')),
    ),
    'the name of an account alone': change(
      'AuthorizationPolicy',
      principals,
      rewritten((old) => old.replace(/.*\//, '')),
    ),
    'a scheme before the identity': change(
      'AuthorizationPolicy',
      principals,
      rewritten((old) => `spiffe://${old}`),
    ),
    'a star in the middle': change(
      'AuthorizationPolicy',
      principals,
      rewritten((old) => old.replace(/\/ns\/[^/]+/, '/ns/*')),
    ),
  },
  broken: {
    'an account of the own namespace that is not there': source('serviceAccounts: [webb]'),
    'an account of another namespace that is not there': source('notServiceAccounts: [store/web]'),
    'the start of a namespace that is not there': source('principals: [cluster.local/ns/store/*]'),
    'a condition on an account that is not there': source(
      'principals: ["*"] } }], when: [{ key: source.principal, values: [cluster.local/ns/shop/sa/webb]',
    ).replace('} }] }] }\n', '}] }] }\n'),
  },
  clean: {
    'accounts by their start, by their end, and any': source(
      'principals: [cluster.local/ns/shop/*, "*/sa/web", "*", "cluster.local/*"]',
    ),
    'accounts that Kubernetes and Istio make': source(
      `principals: [
        cluster.local/ns/shop/sa/default,
        cluster.local/ns/istio-system/sa/istio-ingressgateway,
        cluster.local/ns/istio-system/sa/istio-ingressgateway-service-account
      ]`,
    ),
    'accounts by name': source('serviceAccounts: [web, shop/web, shop/default]'),
    'an account of another trust domain': source('principals: [elsewhere.example/ns/shop/sa/nobody]'),
    'an account of a gateway that Istio makes': `${source('principals: [cluster.local/ns/edge/sa/shop-istio]')}---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: shop, namespace: edge }
spec: { gatewayClassName: istio, listeners: [] }
`,
  },
};
