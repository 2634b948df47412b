import type { CheckCases } from '../../check-cases';

const pods = `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { containers: [{ name: web, image: 'registry.example/web:1.0.0' }] }
---
apiVersion: v1
kind: Pod
metadata: { name: api, namespace: shop, labels: { app: api } }
spec: { containers: [{ name: api, image: 'registry.example/api:1.0.0' }] }
---`;

const asking = (name: string, app: string, provider: string, more = ''): string => `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: ${name}, namespace: shop${more} }
spec:
  selector: { matchLabels: { app: ${app} } }
  action: CUSTOM
  provider: { name: ${provider} }
  rules: [{ to: [{ operation: { hosts: [${name}.example] } }] }]
---`;

const istiod = (value: string): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: istiod, namespace: istio-system }
spec:
  selector: { matchLabels: { app: istiod } }
  template:
    metadata: { labels: { app: istiod, istio: pilot } }
    spec:
      containers:
        - name: discovery
          image: istio/pilot
          env: [{ name: PILOT_ENABLE_MULTIPLE_CUSTOM_AUTHZ_PROVIDERS, value: '${value}' }]
---`;

const rivals = pods + asking('a', 'web', 'one') + asking('b', 'web', 'two');

export const rivalProvider: CheckCases = {
  code: 'LAB085',
  broken: {
    'two policies of one workload': rivals,
    'an istiod that is told to ask one': rivals + istiod('false'),
  },
  clean: {
    'one provider for both': pods + asking('a', 'web', 'one') + asking('b', 'web', 'one'),
    'a workload for each': pods + asking('a', 'web', 'one') + asking('b', 'api', 'two'),
    'one of the two on a dry run':
      pods + asking('a', 'web', 'one') + asking('b', 'web', 'two', ", annotations: { istio.io/dry-run: 'true' }"),
    'one of the two without rules': rivals.replace(
      'rules: [{ to: [{ operation: { hosts: [b.example] } }] }]',
      'rules: []',
    ),
    'an istiod that is told to ask several': rivals + istiod('true'),
  },
};
