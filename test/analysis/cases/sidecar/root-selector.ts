import type { CheckCases } from '../../check-cases';
import { addFrom, copyOf } from '../../mutation';

const sidecar = (namespace: string, spec: string): string => `
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: default, namespace: ${namespace} }
spec: { ${spec} egress: [{ hosts: ['./*'] }] }
`;
const selector = 'workloadSelector: { labels: { app: web } },';

const pod = `---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: istio-system, labels: { app: web, sidecar.istio.io/inject: 'true' } }
spec: { containers: [{ name: web, image: shop.example/web:v1 }] }
`;

export const rootSelector: CheckCases = {
  code: 'KIA1006',
  mutations: {
    'a selector in the root namespace': addFrom('Sidecar', (original) =>
      copyOf(original, 'second', {
        'metadata.namespace': 'istio-system',
        'spec.workloadSelector': { labels: { app: 'web' } },
      }),
    ),
  },
  broken: {
    'a selector in the root namespace': sidecar('istio-system', selector) + pod,
  },
  clean: {
    'the root namespace without a selector': sidecar('istio-system', ''),
    'a selector elsewhere': sidecar('shop', selector),
    'a root namespace by another name': `${sidecar('istio-system', selector)}---
apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: "rootNamespace: mesh-root" }
`,
  },
};
