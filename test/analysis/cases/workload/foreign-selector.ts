import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const foreignSelector: CheckCases = {
  code: 'LAB063',
  mutations: {
    'a label that its pods do not have': change('Deployment', 'spec.selector.matchLabels.app', 'nobody'),
    'pods that lost their labels': change('Deployment', 'spec.template.metadata.labels', { app: 'nobody' }),
  },
  broken: {
    'an expression that its pods do not fit': `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: web, namespace: shop }
spec:
  selector: { matchExpressions: [{ key: app, operator: In, values: [cart] }] }
  template: { metadata: { labels: { app: web } } }
`,
    'an expression with two values': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchExpressions: [{ key: app, operator: In, values: [wbe, webb] }] }
  template: { metadata: { labels: { app: web } } }
`,
  },
  clean: {
    'a label and an expression that fit': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web }, matchExpressions: [{ key: version, operator: Exists }] }
  template: { metadata: { labels: { app: web, version: v1, team: shop } } }
`,
    'a selector that the API server writes': `
apiVersion: batch/v1
kind: Job
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { controller-uid: a } }, template: { metadata: { labels: { app: web } } } }
`,
    'no selector, which the schema asks for': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { metadata: { labels: { app: web } } } }
`,
  },
};
