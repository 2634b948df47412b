import type { CheckCases } from '../../check-cases';
import { addFrom, copyOf, type Mutation } from '../../mutation';

/** A copy of each Sidecar that has, or has not, a selector. */
const copied =
  (isSelective: boolean): Mutation =>
  (objects) => {
    const others = objects.filter(
      ({ kind, content }) => kind === 'Sidecar' && JSON.stringify(content).includes('workloadSelector') !== isSelective,
    );
    const left = objects.filter((object) => !others.includes(object));
    return addFrom('Sidecar', (original) => copyOf(original, 'second'))(left);
  };

const sidecar = (name: string, labels: string): string => `
apiVersion: v1
kind: Pod
metadata: { name: web-${name}, namespace: shop, labels: { app: web, version: v1 } }
spec: { containers: [] }
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: ${name}, namespace: shop }
spec: { workloadSelector: { labels: { ${labels} } }, egress: [{ hosts: ['*/*'] }] }
---`;

export const rivalScope: CheckCases = {
  code: 'IST0110',
  mutations: { 'a second Sidecar for the same pods': copied(true) },
  broken: {
    'two Sidecars of one workload': `
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
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: one, namespace: shop }
spec: { workloadSelector: { labels: { app: web } }, egress: [{ hosts: ['./*'] }] }
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: other, namespace: shop }
spec: { workloadSelector: { labels: { app: web } }, egress: [{ hosts: ['./*'] }] }
`,
    'two Sidecars by different labels': sidecar('one', 'app: web') + sidecar('other', 'version: v1'),
  },
  clean: {
    'two Sidecars of two workloads': `
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
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: one, namespace: shop }
spec: { workloadSelector: { labels: { app: web } }, egress: [{ hosts: ['./*'] }] }
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: other, namespace: shop }
spec: { workloadSelector: { labels: { app: orders } }, egress: [{ hosts: ['./*'] }] }
`,
    'two Sidecars for two releases': sidecar('one', 'version: v1') + sidecar('other', 'version: v2'),
    'one for all pods and one for some': sidecar('one', '') + sidecar('other', 'app: web'),
  },
};

export const rivalDefaultScope: CheckCases = {
  code: 'IST0111',
  mutations: { 'a second Sidecar for the namespace': copied(false) },
  broken: { 'a selector without labels': sidecar('one', '') + sidecar('other', '') },
  clean: {
    'one for all pods and one for some': sidecar('one', '') + sidecar('other', 'app: web'),
    'one for each of two namespaces': sidecar('one', '') + sidecar('one', '').replaceAll('shop', 'store'),
  },
};
