import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const missingScaleTarget: CheckCases = {
  code: 'LAB051',
  mutations: {
    'a target that is not there': change('HorizontalPodAutoscaler', 'spec.scaleTargetRef.name', 'nobody'),
    'a target of another kind': change('HorizontalPodAutoscaler', 'spec.scaleTargetRef.kind', 'StatefulSet'),
    'a target in another namespace': change('HorizontalPodAutoscaler', 'metadata.namespace', 'elsewhere'),
  },
  broken: {
    'a name that no Deployment has': `
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
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: wbe }, minReplicas: 2, maxReplicas: 5 }
`,
  },
  clean: {
    'the name of a Deployment': `
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
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, minReplicas: 2, maxReplicas: 5 }
`,
    'the gateway, which a chart installs': `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: gateway, namespace: istio-system }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: istio-ingressgateway }, maxReplicas: 5 }
`,
    'a kind that only its operator knows': `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: web }, maxReplicas: 5 }
`,
  },
};
