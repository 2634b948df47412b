import type { CheckCases } from '../../check-cases';
import { addFrom, change, copyOf, nothing } from '../../mutation';

const deployment = (name: string, selector: string, labels: string): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec: { selector: ${selector}, template: { metadata: { labels: ${labels} } } }
---`;

export const overlappingSelector: CheckCases = {
  code: 'LAB050',
  mutations: {
    'a canary with the labels of the stable release': addFrom('Deployment', (original) =>
      copyOf(original, 'second-canary'),
    ),
    'a selector that leaves the release out': change('Deployment', 'spec.selector.matchLabels.version', (old) =>
      old === 'stable' || old === 'canary' ? nothing : undefined,
    ),
  },
  broken: {
    'a selector of expressions':
      deployment('web', '{ matchExpressions: [{ key: app, operator: Exists }] }', '{ app: web }') +
      deployment('orders', '{ matchLabels: { app: orders } }', '{ app: orders }'),
    'a selector for three': ['web', 'orders', 'cart']
      .map(
        (name) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  selector: { matchLabels: { team: ${name === 'web' ? 'shop' : 'shop, app: '.concat(name)} } }
  template: { metadata: { labels: { team: shop, app: ${name} } } }
`,
      )
      .join('---'),
  },
  clean: {
    'releases that a label tells apart':
      deployment('web', '{ matchLabels: { app: web, version: v1 } }', '{ app: web, version: v1 }') +
      deployment('web-canary', '{ matchLabels: { app: web, version: v2 } }', '{ app: web, version: v2 }'),
    'releases that an expression tells apart':
      deployment(
        'web',
        '{ matchLabels: { app: web }, matchExpressions: [{ key: version, operator: DoesNotExist }] }',
        '{ app: web }',
      ) + deployment('web-canary', '{ matchLabels: { app: web, version: v2 } }', '{ app: web, version: v2 }'),
    'the same Deployment in two files, as overlays have it':
      deployment('web', '{ matchLabels: { app: web } }', '{ app: web }') +
      deployment('web', '{ matchLabels: { app: web } }', '{ app: web }'),
    'the same labels in another namespace':
      deployment('web', '{ matchLabels: { app: web } }', '{ app: web }') +
      deployment('web', '{ matchLabels: { app: web } }', '{ app: web }').replace('shop', 'stage'),
    'pods that the Deployment itself made, saved from a cluster': `${deployment('web', '{ matchLabels: { app: web } }', '{ app: web }')}
apiVersion: apps/v1
kind: ReplicaSet
metadata: { name: web-1, namespace: shop, labels: { app: web } }
spec: { selector: { matchLabels: { app: web, pod-template-hash: '1' } }, template: { metadata: { labels: { app: web, pod-template-hash: '1' } } } }
`,
  },
};
