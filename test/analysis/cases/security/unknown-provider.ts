import type { CheckCases } from '../../check-cases';

const mesh = (providers: string): string => `
apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    extensionProviders: [${providers}]
---`;

const policy = (provider: string, action = 'CUSTOM'): string => `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: ask, namespace: shop }
spec:
  action: ${action}
  ${provider}rules: [{ to: [{ operation: { hosts: [admin.example] } }] }]
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: 'registry.example/web:1.0.0' }] }
`;

const gate = '{ name: gate, envoyExtAuthzGrpc: { service: gate.shop.svc.cluster.local, port: 9000 } }';
const page = '{ name: page, envoyExtAuthzHttp: { service: page.shop.svc.cluster.local, port: 9000 } }';
const traces = '{ name: traces, zipkin: { service: zipkin.shop.svc.cluster.local, port: 9411 } }';

export const unknownProvider: CheckCases = {
  code: 'LAB084',
  broken: {
    'another name than those of the mesh': mesh(`${gate}, ${page}`) + policy('provider: { name: gates }\n  '),
    'a provider of traces': mesh(traces) + policy('provider: { name: traces }\n  '),
  },
  clean: {
    'one of the mesh that is asked by gRPC': mesh(`${gate}, ${page}`) + policy('provider: { name: gate }\n  '),
    'one of the mesh that is asked by HTTP': mesh(`${gate}, ${page}`) + policy('provider: { name: page }\n  '),
    'a mesh that the files do not show': policy('provider: { name: gates }\n  '),
    'a policy that asks nobody': mesh(gate) + policy('', 'DENY'),
  },
};
