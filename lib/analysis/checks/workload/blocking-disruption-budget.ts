import type { Inventory } from '../../inventory/inventory';
import type { DisruptionBudget } from '../../views/scaling';
import type { Workload } from '../../views/workload';
import type { Check } from '../check';
import { protectedBy } from './protected-pods';

export const blockingDisruptionBudget: Check = {
  code: 'LAB053',
  level: 'warning',
  title: 'Every PodDisruptionBudget lets one pod go',
  reason: 'A budget that never allows an eviction makes `kubectl drain` and every upgrade of nodes wait for ever.',
  remedy: 'use `maxUnavailable: 1` and two replicas or more',
  link: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/#think-about-how-your-application-reacts-to-disruptions',
  *find(inventory) {
    const largest = largestSizes(inventory);
    for (const budget of inventory.disruptionBudgets) {
      // A drain leaves pods of a DaemonSet where they are, and waits for Jobs to end.
      const workloads = protectedBy(budget, inventory).filter(({ kind }) => !unevicted.includes(kind));
      const replicas = workloads.reduce(
        (sum, workload) => sum + (largest.get(keyOf(workload)) ?? workload.replicas),
        0,
      );
      const field = blockingField(budget, replicas);
      if (field !== undefined) {
        const pods = replicas === 1 ? 'the only pod' : `${replicas} pods at most`;
        const message = `${field} (${budget.spec[field] ?? ''}) of ${pods} never lets one go: a node with such a pod can't be drained`;
        yield { manifest: budget.manifest, path: ['spec', field], message };
      }
    }
  },
};

const unevicted: readonly string[] = ['DaemonSet', 'Job', 'CronJob'];

/** How far an autoscaler may enlarge a workload: at its largest the budget may well let a pod go. */
function largestSizes({ autoscalers }: Inventory): ReadonlyMap<string, number> {
  return new Map(
    autoscalers.flatMap(({ manifest, spec: { scaleTargetRef, maxReplicas } }) =>
      maxReplicas === undefined
        ? []
        : [[`${scaleTargetRef?.kind ?? ''} ${manifest.namespace}/${scaleTargetRef?.name ?? ''}`, maxReplicas] as const],
    ),
  );
}

function keyOf({ kind, namespace, name }: Workload): string {
  return `${kind} ${namespace}/${name}`;
}

/** The field by which no pod of so many may ever go; shares are rounded up, as Kubernetes does. */
function blockingField({ spec }: DisruptionBudget, replicas: number): 'minAvailable' | 'maxUnavailable' | undefined {
  const available = countOf(spec.minAvailable, replicas);
  const unavailable = countOf(spec.maxUnavailable, replicas);
  if (replicas > 0 && available !== undefined && available >= replicas) {
    return 'minAvailable';
  }
  return replicas > 0 && unavailable === 0 ? 'maxUnavailable' : undefined;
}

/** A number of pods, or a share of all of them such as `50%`. */
function countOf(text = '', replicas: number): number | undefined {
  const [, number, percent] = /^(\d+)(%?)$/.exec(text) ?? [];
  return number === undefined
    ? undefined
    : percent === ''
      ? Number(number)
      : Math.ceil((Number(number) * replicas) / 100);
}
