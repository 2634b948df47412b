import type { CheckCases } from '../../check-cases';

const namespace = `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---`;
const policy = (
  spec = 'rules: [{ to: [{ operation: { methods: [GET] } }] }]',
  kind = 'AuthorizationPolicy',
): string => `
apiVersion: security.istio.io/v1
kind: ${kind}
metadata: { name: web, namespace: shop }
spec: { ${spec} }
---`;
const other = (kind: string, apiVersion: string, spec: string): string => `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: web, namespace: shop }
spec: ${spec}
`;

export const emptyNamespace: CheckCases = {
  code: 'IST0127',
  broken: {
    'a policy of authorization': namespace + policy(),
    'a policy of tokens':
      namespace + policy('jwtRules: [{ issuer: shop.example, jwks: "{}" }]', 'RequestAuthentication'),
    'pods of another namespace alone': `${namespace}${policy()}
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: store }
`,
    'other objects of the mesh, and of Kubernetes, that stand for no pods': `${namespace}${policy()}${other('Sidecar', 'networking.istio.io/v1', "{ egress: [{ hosts: ['./*'] }] }")}---
${other('ServiceAccount', 'v1', '{}')}`,
  },
  clean: {
    pods: `${namespace}${policy()}${other('Pod', 'v1', '{ containers: [{ name: web }] }')}`,
    'a Service, whose pods are elsewhere': `${namespace}${policy()}${other('Service', 'v1', '{ selector: { app: web }, ports: [{ name: http, port: 80 }] }')}`,
    'an object of an operator': `${namespace}${policy()}${other('Shop', 'shop.example/v1', '{}')}`,
    'a machine': `${namespace}${policy()}${other('WorkloadEntry', 'networking.istio.io/v1', '{ address: 192.0.2.1, labels: { app: web } }')}`,
    'a namespace that no file declares': policy(),
    'the root namespace': `
apiVersion: v1
kind: Namespace
metadata: { name: istio-system }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: all, namespace: istio-system }
spec: {}
`,
    'a Gateway that the policy names': `${namespace}${policy('targetRefs: [{ group: gateway.networking.k8s.io, kind: Gateway, name: edge }], rules: [{}]')}${other('Gateway', 'gateway.networking.k8s.io/v1', '{ gatewayClassName: istio, listeners: [{ name: http, port: 80, protocol: HTTP }] }').replace('name: web', 'name: edge')}`,
  },
};
