import { asksForAmbient, dataplaneMode } from '../views/dataplane';
import type { Workload } from '../views/workload';
import type { Inventory } from './inventory';

/**
 * Whether ztunnel has the traffic of a workload's pods. Their own label goes before that of the
 * namespace, and ztunnel leaves pods with a proxy of their own alone.
 * @see https://istio.io/latest/docs/ambient/usage/add-workloads/
 */
export function isAmbient(inventory: Inventory, workload: Workload): boolean {
  const { labels, namespace, isOnHostNetwork } = workload;
  const isAsked =
    labels[dataplaneMode] === undefined ? isAmbientNamespace(inventory, namespace) : asksForAmbient(labels);
  return isAsked && !isOnHostNetwork && !inventory.isMeshed(workload);
}

/** Whether a namespace is labelled for ambient mode: its pods are in it unless they say otherwise, or have a sidecar. */
export function isAmbientNamespace({ namespaces }: Inventory, namespace: string): boolean {
  return asksForAmbient(namespaces.get(namespace) ?? {});
}
