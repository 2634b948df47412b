import { type Identity, identityOf } from '../authorization/identity';
import { isAmbient } from '../inventory/ambient';
import type { Inventory } from '../inventory/inventory';
import type { Labels } from '../manifest/manifest';
import type { Workload } from '../views/workload';

/** Somebody who calls: what policies can tell one pod from another by. */
export interface CallingPod {
  /** Of the workload, or of all whose pods are alike; for the reader. */
  readonly name: string;
  readonly namespace: string;
  readonly labels: Labels;
  /** Of a pod that has a sidecar. */
  readonly identity?: Identity;
  readonly isAmbient: boolean;
  readonly isOnHostNetwork: boolean;
}

/** @param serviceAccount where it is not the one that the workload names */
export function callingPod(
  inventory: Inventory,
  workload: Workload,
  serviceAccount = workload.serviceAccount,
): CallingPod {
  const { name, namespace, labels, isOnHostNetwork } = workload;
  return {
    name,
    namespace,
    labels,
    ...(inventory.isMeshed(workload) ? { identity: identityOf(inventory.mesh, namespace, serviceAccount) } : {}),
    isAmbient: isAmbient(inventory, workload),
    isOnHostNetwork,
  };
}
