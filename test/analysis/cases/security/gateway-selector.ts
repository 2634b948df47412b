import type { CheckCases } from '../../check-cases';

const mesh = (kind: string, policy: string, ofClass = 'istio'): string => `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop, labels: { app: edge } }
spec: { gatewayClassName: ${ofClass}, listeners: [] }
---
apiVersion: security.istio.io/v1
kind: ${kind}
metadata: { name: policy, namespace: shop }
spec: { ${policy} }
`;
const byName = 'selector: { matchLabels: { gateway.networking.k8s.io/gateway-name: edge } }';

export const gatewaySelector: CheckCases = {
  code: 'IST0166',
  broken: {
    'a gateway by its name': mesh('AuthorizationPolicy', byName),
    'a gateway by a label that it hands on': mesh('RequestAuthentication', 'selector: { matchLabels: { app: edge } }'),
    'a pod of a gateway': mesh('AuthorizationPolicy', byName).replace(
      /apiVersion: gateway[^]*?---/,
      `apiVersion: v1
kind: Pod
metadata: { name: edge, namespace: shop, labels: { gateway.networking.k8s.io/gateway-name: edge } }
spec: { containers: [] }
---`,
    ),
    'a waypoint': mesh('AuthorizationPolicy', byName, 'istio-waypoint'),
  },
  clean: {
    'a gateway by reference': mesh(
      'AuthorizationPolicy',
      'targetRefs: [{ group: gateway.networking.k8s.io, kind: Gateway, name: edge }]',
    ),
    'all pods of the namespace': mesh('AuthorizationPolicy', ''),
    'other pods': mesh('AuthorizationPolicy', 'selector: { matchLabels: { app: web } }'),
    'a gateway of another namespace': mesh('AuthorizationPolicy', byName).replace('namespace: shop', 'namespace: edge'),
  },
};
