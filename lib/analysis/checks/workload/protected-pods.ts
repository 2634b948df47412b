import type { Inventory } from '../../inventory/inventory';
import type { DisruptionBudget } from '../../views/scaling';
import { selects } from '../../views/selector';
import type { Workload } from '../../views/workload';

/**
 * The workloads a budget protects; an empty selector means all of the namespace, none at all means
 * nobody.
 * @see https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/pod-disruption-budget-v1/
 */
export function protectedBy({ manifest, spec }: DisruptionBudget, { pods }: Inventory): Workload[] {
  const { selector } = spec;
  return selector === undefined
    ? []
    : pods.selected(selector.matchLabels, manifest.namespace).filter(({ labels }) => selects(selector, labels));
}
