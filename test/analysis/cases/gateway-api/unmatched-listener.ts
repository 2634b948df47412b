import type { CheckCases } from '../../check-cases';
import { change, nothing } from '../../mutation';

const gateway = `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: edge }
spec:
  gatewayClassName: istio
  listeners:
    - { name: shop, port: 80, protocol: HTTP, hostname: '*.shop.example', allowedRoutes: { namespaces: { from: Selector, selector: { matchLabels: { public: 'yes' } } } } }
    - { name: own, port: 81, protocol: HTTP }
`;

export const unmatchedListener: CheckCases = {
  code: 'LAB042',
  mutations: {
    'a listener that is not there': change('HTTPRoute', 'spec.parentRefs.*.sectionName', () => 'https'),
    'a port that no listener has': change('GRPCRoute', 'spec.parentRefs.*.port', 9090),
    'a listener for its own namespace alone': change(
      'Gateway.gateway.networking.k8s.io',
      'spec.listeners.1.allowedRoutes',
      nothing,
    ),
    'a host of another listener': change('HTTPRoute', 'spec.hostnames.*', 'other.example'),
    'a listener for routes of another kind': change(
      'Gateway.gateway.networking.k8s.io',
      'spec.listeners.*.allowedRoutes.kinds.*.kind',
      'TLSRoute',
    ),
  },
  broken: {
    'a namespace without the label': `${gateway}---
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop, namespace: shop }
spec: { parentRefs: [{ name: edge, namespace: edge }] }
`,
  },
  clean: {
    'a namespace whose labels no file shows': `${gateway}---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop, namespace: shop }
spec: { parentRefs: [{ name: edge, namespace: edge }], hostnames: [eu.shop.example] }
`,
    'a route beside its Gateway': `${gateway}---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop, namespace: edge }
spec: { parentRefs: [{ name: edge, port: 81 }], hostnames: [other.example] }
`,
    'a route with a wildcard of its own': `${gateway}---
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { public: 'yes' } }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop, namespace: shop }
spec: { parentRefs: [{ name: edge, namespace: edge, sectionName: shop }], hostnames: ['*.eu.shop.example'] }
`,
  },
};
