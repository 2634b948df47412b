import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

const budget = (replicas: number, limit: string, kind = 'Deployment'): string => `
apiVersion: apps/v1
kind: ${kind}
metadata: { name: web, namespace: shop }
spec: { replicas: ${replicas}, selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } } } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { ${limit}, selector: { matchLabels: { app: web } } }
---`;

export const blockingDisruptionBudget: CheckCases = {
  code: 'LAB053',
  mutations: {
    'no pod may go': change('PodDisruptionBudget', 'spec.maxUnavailable', 0),
    'more pods stay than there ever are': change('PodDisruptionBudget', 'spec.minAvailable', 20),
    'all pods stay': change('PodDisruptionBudget', 'spec.minAvailable', '100%'),
  },
  broken: {
    'the only pod stays': budget(1, 'minAvailable: 1'),
    'a share that is rounded up to all': budget(2, 'minAvailable: 80%'),
    'none of a hundred': budget(3, 'maxUnavailable: 0%'),
  },
  clean: {
    'one of two may go': budget(2, 'minAvailable: 1'),
    'a share that is rounded up to one': budget(2, 'maxUnavailable: 10%'),
    'a workload that is switched off': budget(0, 'minAvailable: 1'),
    'pods that a drain leaves alone': budget(1, 'minAvailable: 1', 'DaemonSet'),
    'a workload that an autoscaler enlarges': `${budget(1, 'minAvailable: 1')}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { scaleTargetRef: { kind: Deployment, name: web }, minReplicas: 1, maxReplicas: 4 }
`,
    'two releases behind one budget': `${budget(1, 'minAvailable: 1')}
apiVersion: apps/v1
kind: Deployment
metadata: { name: web-canary, namespace: shop }
spec: { template: { metadata: { labels: { app: web } } } }
`,
  },
};
