import type { Inventory } from '../../inventory/inventory';
import { selects } from '../../views/selector';
import type { Workload } from '../../views/workload';
import type { Check } from '../check';
import { mention } from '../mention';

/** Controllers whose selectors are written by hand; that of a Job is made up by the API server. */
const controllers: readonly string[] = ['Deployment', 'StatefulSet', 'DaemonSet'];

export const overlappingSelector: Check = {
  code: 'LAB050',
  level: 'warning',
  title: 'Every controller selects its own pods alone',
  reason:
    'Kubernetes tells controllers of a namespace apart by their selectors. Where that of the stable release also fits the pods of the canary, autoscalers measure both, and either may take over pods that the other left.',
  remedy: 'add a label that the other pods do not have, such as `version`, to the selector and to its own pods',
  link: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector',
  *find(inventory) {
    for (const workload of inventory.workloads.filter(isController)) {
      const [first, ...more] = othersSelectedBy(workload, inventory);
      if (first !== undefined) {
        const rest = more.length === 0 ? '' : `, and of ${more.length} more`;
        const message = `the selector also fits the pods of ${mention(first.manifest)}${rest}`;
        yield { manifest: workload.manifest, path: ['spec', 'selector'], message };
      }
    }
  },
};

function isController({ kind }: Workload): boolean {
  return controllers.includes(kind);
}

function othersSelectedBy({ kind, namespace, name, selector }: Workload, { pods }: Inventory): Workload[] {
  // One without a condition is refused by the API server: the check of schemas reports it.
  if (selector === undefined || isEmpty(selector)) {
    return [];
  }
  return pods
    .selected(selector.matchLabels, namespace)
    .filter(isController)
    .filter((other) => other.kind !== kind || other.name !== name)
    .filter(({ labels }) => selects(selector, labels));
}

function isEmpty({ matchLabels, matchExpressions }: NonNullable<Workload['selector']>): boolean {
  return Object.keys(matchLabels).length === 0 && matchExpressions.length === 0;
}
