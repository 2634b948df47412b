import { isAssumed } from '../../inventory/assumed';
import { neverInjected } from '../../inventory/injection';
import type { Inventory } from '../../inventory/inventory';
import { dataplaneMode } from '../../views/dataplane';
import type { Workload } from '../../views/workload';

/**
 * Whether a pod has a sidecar, as far as the files can tell: where neither the pod nor a file with
 * its namespace says anything, it may have one.
 */
export function mayBeMeshed(inventory: Inventory, workload: Workload): boolean {
  const { namespace, labels, annotations, isOnHostNetwork } = workload;
  const keys = ['sidecar.istio.io/inject', dataplaneMode];
  const isSaid = isOnHostNetwork || keys.some((key) => key in labels || key in annotations);
  return inventory.isMeshed(workload) || (!isSaid && isUndeclared(inventory, namespace));
}

/** Whether no file shows the labels of a namespace, and it is not one of the platform's own. */
export function isUndeclared(inventory: Inventory, namespace: string): boolean {
  const written = inventory.named('', 'Namespace', '', namespace);
  const isOfPlatform = [inventory.mesh.rootNamespace, 'istio-system', ...neverInjected].includes(namespace);
  return !isOfPlatform && (written === undefined || isAssumed(written));
}
