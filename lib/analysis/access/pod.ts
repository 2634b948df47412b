import type { Inventory } from '../inventory/inventory';
import { type Sender, senderOf } from '../transport/sender';
import type { Workload } from '../views/workload';

/** Somebody who calls: what policies can tell one pod from another by. */
export interface CallingPod extends Sender {
  /** Of the workload, or of all whose pods are alike; for the reader. */
  readonly name: string;
  /** What a sidecar has an identity by. */
  readonly serviceAccount: string;
  readonly isOnHostNetwork: boolean;
}

/** @param serviceAccount where it is not the one that the workload names */
export function callingPod(
  inventory: Inventory,
  workload: Workload,
  serviceAccount = workload.serviceAccount,
): CallingPod {
  const { name, isOnHostNetwork } = workload;
  return { ...senderOf(inventory, workload), name, serviceAccount, isOnHostNetwork };
}
