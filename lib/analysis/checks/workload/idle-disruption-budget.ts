import type { Inventory } from '../../inventory/inventory';
import type { DisruptionBudget } from '../../views/scaling';
import type { Check } from '../check';
import { conditionsOf } from './selector-text';
import { protectedBy } from './protected-pods';

export const idleDisruptionBudget: Check = {
  code: 'LAB052',
  level: 'warning',
  title: 'Every PodDisruptionBudget protects some pods',
  reason:
    'A budget that selects no pods is accepted and does nothing: the next drained node takes all pods of the service that it was meant for.',
  remedy: 'select labels that the pods have, in the namespace of the budget',
  link: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  *find(inventory) {
    for (const budget of inventory.disruptionBudgets) {
      if (protectedBy(budget, inventory).length === 0 && !isOfGateway(budget, inventory)) {
        const message = faultOf(budget);
        yield { manifest: budget.manifest, path: ['spec', 'selector'], message };
      }
    }
  },
};

function faultOf({ manifest: { namespace }, spec: { selector } }: DisruptionBudget): string {
  if (selector === undefined) {
    return 'it has no selector, and so is for no pods';
  }
  const wanted = conditionsOf(selector);
  return wanted.length === 0
    ? `namespace ${namespace} has no pods`
    : `no pods of namespace ${namespace} have the labels ${wanted.join(', ')}`;
}

/**
 * Whether the pods are those that Istio makes for a Gateway of Kubernetes.
 * @see https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#automated-deployment
 */
function isOfGateway({ manifest, spec }: DisruptionBudget, inventory: Inventory): boolean {
  const gateway = spec.selector?.matchLabels['gateway.networking.k8s.io/gateway-name'] ?? '';
  return inventory.named('gateway.networking.k8s.io', 'Gateway', manifest.namespace, gateway) !== undefined;
}
