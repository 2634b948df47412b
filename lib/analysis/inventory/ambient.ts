import type { Workload } from '../views/workload';
import type { Inventory } from './inventory';

export const dataplaneMode = 'istio.io/dataplane-mode';

/**
 * Whether ztunnel has the traffic of a workload's pods. Their own label goes before that of the
 * namespace, and ztunnel leaves pods with a proxy of their own alone.
 * @see https://istio.io/latest/docs/ambient/usage/add-workloads/
 */
export function isAmbient(inventory: Inventory, workload: Workload): boolean {
  const { labels, namespace, isOnHostNetwork } = workload;
  const mode = labels[dataplaneMode] ?? inventory.namespaces.get(namespace)?.[dataplaneMode];
  return mode === 'ambient' && !isOnHostNetwork && !inventory.isMeshed(workload);
}
