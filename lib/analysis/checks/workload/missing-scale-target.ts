import type { Check } from '../check';

/** What Kubernetes itself can scale; the kinds of others are made by what no YAML shows. */
const scalable: readonly string[] = ['Deployment', 'StatefulSet', 'ReplicaSet'];

export const missingScaleTarget: Check = {
  code: 'LAB051',
  level: 'warning',
  title: 'Every HorizontalPodAutoscaler has a target',
  reason:
    'An autoscaler without a target reports an error that nobody reads, and the workload it was meant for stays at its size under load.',
  remedy:
    'name a workload of the same namespace; after a service was split into releases, give each an autoscaler of its own',
  link: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
  *find(inventory) {
    for (const { manifest, spec } of inventory.autoscalers) {
      const { kind = '', name = '' } = spec.scaleTargetRef ?? {};
      if (scalable.includes(kind) && inventory.named('apps', kind, manifest.namespace, name) === undefined) {
        const message = `there is no ${kind} ${name} in namespace ${manifest.namespace}: nothing is scaled`;
        yield { manifest, path: ['spec', 'scaleTargetRef', 'name'], message };
      }
    }
  },
};
