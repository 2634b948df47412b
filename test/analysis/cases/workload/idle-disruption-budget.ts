import type { CheckCases } from '../../check-cases';
import { change, nothing } from '../../mutation';

export const idleDisruptionBudget: CheckCases = {
  code: 'LAB052',
  mutations: {
    'a label that no pod has': change('PodDisruptionBudget', 'spec.selector.matchLabels.app', 'nobody'),
    'another namespace': change('PodDisruptionBudget', 'metadata.namespace', 'elsewhere'),
    'no selector': change('PodDisruptionBudget', 'spec.selector', nothing),
  },
  broken: {
    'a label that no pod has': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: shop.example/web:v1 }] }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: wbe } } }
`,
    'a label and an expression that no pod has': `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec:
  maxUnavailable: 1
  selector: { matchLabels: { app: web }, matchExpressions: [{ key: version, operator: In, values: [v1, v2] }] }
`,
    'all pods of a namespace that has none': `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: all, namespace: shop }
spec: { maxUnavailable: 1, selector: {} }
`,
    'no selector': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: shop.example/web:v1 }] }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { maxUnavailable: 1 }
`,
  },
  clean: {
    'the labels of some pods': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: shop.example/web:v1 }] }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: web } } }
`,
    'all pods of a namespace': `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: all, namespace: shop }
spec: { maxUnavailable: 1, selector: {} }
`,
    'pods that an expression selects': `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { maxUnavailable: 1, selector: { matchExpressions: [{ key: app, operator: In, values: [web, orders] }] } }
`,
    'pods that Istio makes for a Gateway': `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec: { gatewayClassName: istio }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: edge, namespace: shop }
spec: { maxUnavailable: 1, selector: { matchLabels: { gateway.networking.k8s.io/gateway-name: edge } } }
`,
    'the gateway, which a chart installs': `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: gateway, namespace: istio-system }
spec: { maxUnavailable: 1, selector: { matchLabels: { istio: ingressgateway } } }
`,
  },
};
