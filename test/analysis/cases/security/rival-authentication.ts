import type { CheckCases } from '../../check-cases';
import { addFrom, copyOf } from '../../mutation';

export const rivalDefaultAuthentication: CheckCases = {
  code: 'KIA0002',
  mutations: {
    'a second policy for the namespace': addFrom('PeerAuthentication', (original) =>
      copyOf(original, 'second', { 'spec.selector': {} }),
    ),
  },
  broken: {
    'two policies for a whole namespace': `
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop }
spec: { mtls: { mode: STRICT } }
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: strict, namespace: shop }
spec: { mtls: { mode: STRICT } }
`,
  },
  clean: {
    'one policy for the namespace': `
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop }
spec: { mtls: { mode: STRICT } }
`,
    'one for the mesh, one for a namespace, one for a workload': `
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: istio-system }
spec: { mtls: { mode: STRICT } }
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop }
spec: { mtls: { mode: STRICT } }
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, mtls: { mode: STRICT } }
`,
    'several policies that add up': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: one, namespace: shop }
spec: {}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: other, namespace: shop }
spec: {}
`,
  },
};

const workload = `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web, version: v1 } }
spec: { containers: [] }
---
`;

const policy = (name: string, labels: string): string => `
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: ${name}, namespace: shop }
spec: { selector: { matchLabels: { ${labels} } }, mtls: { mode: STRICT } }
---`;

export const rivalAuthentication: CheckCases = {
  code: 'KIA0003',
  broken: {
    'two policies of one workload': `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { containers: [{ name: web, image: shop.example/web:v1 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: orders, namespace: shop, labels: { app: orders } }
spec: { containers: [{ name: web, image: shop.example/web:v1 }] }
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: one, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, mtls: { mode: STRICT } }
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: other, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, mtls: { mode: STRICT } }
`,
    'two policies by different labels of one workload': `${workload}${policy('one', 'app: web')}${policy('other', 'version: v1')}`,
  },
  clean: {
    'two policies of two workloads': `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { containers: [{ name: web, image: shop.example/web:v1 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: orders, namespace: shop, labels: { app: orders } }
spec: { containers: [{ name: web, image: shop.example/web:v1 }] }
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: one, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, mtls: { mode: STRICT } }
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: other, namespace: shop }
spec: { selector: { matchLabels: { app: orders } }, mtls: { mode: STRICT } }
`,
    'two policies for two releases': `${workload}${policy('one', 'version: v1')}${policy('other', 'version: v2')}`,
    'two policies of two namespaces': `${workload}${policy('one', 'app: web')}${policy('other', 'app: web').replace('namespace: shop', 'namespace: store')}`,
  },
};
