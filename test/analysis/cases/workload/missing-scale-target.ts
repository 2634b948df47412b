import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const missingScaleTarget: CheckCases = {
  code: 'LAB051',
  mutations: {
    'a target that is not there': change('HorizontalPodAutoscaler', 'spec.scaleTargetRef.name', 'nobody'),
    'a target of another kind': change('HorizontalPodAutoscaler', 'spec.scaleTargetRef.kind', 'StatefulSet'),
    'a target in another namespace': change('HorizontalPodAutoscaler', 'metadata.namespace', 'elsewhere'),
  },
  clean: {
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
