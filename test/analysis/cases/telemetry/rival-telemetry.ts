import type { CheckCases } from '../../check-cases';
import { addFrom, copyOf, inNamespaces, labNamespaces } from '../../mutation';

const telemetry = (name: string, spec: string): string => `
apiVersion: v1
kind: Pod
metadata: { name: web-${name}, namespace: shop, labels: { app: web, version: v1 } }
spec: { containers: [] }
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: ${name}, namespace: shop }
spec: { ${spec} }
---`;
const selector = (labels: string): string => `selector: { matchLabels: { ${labels} } }`;

export const rivalTelemetry: CheckCases = {
  code: 'IST0159',
  mutations: inNamespaces(
    [...labNamespaces, 'bookings', 'tickets-gateway', 'tickets', 'tickets-archive', 'bank', 'shop'],
    {
      'a second Telemetry for the same pods': (objects) => {
        const isGeneral = ({ kind, content }: (typeof objects)[number]): boolean =>
          kind === 'Telemetry' && !JSON.stringify(content).includes('selector');
        return addFrom('Telemetry', (original) => copyOf(original, 'second'))(objects.filter((one) => !isGeneral(one)));
      },
    },
  ),
  broken: {
    'two of one workload': `
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
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: one, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, tracing: [{ randomSamplingPercentage: 5 }] }
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: other, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, tracing: [{ randomSamplingPercentage: 5 }] }
`,
    'two by different labels': telemetry('one', selector('app: web')) + telemetry('other', selector('version: v1')),
  },
  clean: {
    'two of two workloads': `
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
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: one, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, tracing: [{ randomSamplingPercentage: 5 }] }
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: other, namespace: shop }
spec: { selector: { matchLabels: { app: orders } }, tracing: [{ randomSamplingPercentage: 5 }] }
`,
    'two for two releases': telemetry('one', selector('version: v1')) + telemetry('other', selector('version: v2')),
    'one for all pods and one for some': telemetry('one', '') + telemetry('other', selector('app: web')),
  },
};

export const rivalDefaultTelemetry: CheckCases = {
  code: 'IST0160',
  mutations: {
    'a second Telemetry for the namespace': (objects) => {
      const isParticular = ({ kind, content }: (typeof objects)[number]): boolean =>
        kind === 'Telemetry' && /selector|targetRef/.test(JSON.stringify(content));
      return addFrom('Telemetry', (original) => copyOf(original, 'second'))(
        objects.filter((one) => !isParticular(one)),
      );
    },
  },
  broken: { 'a selector without labels': telemetry('one', selector('')) + telemetry('other', '') },
  clean: {
    'one for all pods and one for some': telemetry('one', '') + telemetry('other', selector('app: web')),
    'one that is bound to a gateway by name':
      telemetry('one', '') +
      telemetry('other', 'targetRefs: [{ group: gateway.networking.k8s.io, kind: Gateway, name: edge }]'),
    'one for the mesh and one for a namespace':
      telemetry('one', '') + telemetry('one', '').replaceAll('shop', 'istio-system'),
  },
};
