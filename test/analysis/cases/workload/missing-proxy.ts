import type { CheckCases } from '../../check-cases';

const namespace = `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---
`;

function pod(spec: string, more = ''): string {
  return `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: ${spec}
${more}
---
`;
}

const bare = '{ containers: [{ name: web }] }';
const running = 'status: { phase: Running }';
const injected = pod('{ containers: [{ name: web }, { name: istio-proxy, image: proxyv2 }] }').replace(
  'name: web',
  'name: cart',
);

export const missingProxy: CheckCases = {
  code: 'IST0103',
  broken: {
    'a running pod without a sidecar': namespace + pod(bare, running),
    'a pod without a sidecar beside one that has it': namespace + pod(bare) + injected,
  },
  clean: {
    'a pod that is yet to be made': namespace + pod(bare),
    'a running pod with its sidecar':
      namespace + pod('{ containers: [{ name: istio-proxy, image: proxyv2 }] }', running),
    'a running pod whose sidecar starts first':
      namespace + pod('{ containers: [{ name: web }], initContainers: [{ name: istio-proxy }] }', running),
    'a running pod outside the mesh': namespace.replace('enabled', 'disabled') + pod(bare, running),
    'a running pod that refuses':
      namespace + pod(bare, running).replace('app: web', "sidecar.istio.io/inject: 'false'"),
    'a pod that is yet to be made beside a gateway that is too':
      namespace + pod(bare) + injected.replace('image: proxyv2', 'image: auto'),
  },
};
