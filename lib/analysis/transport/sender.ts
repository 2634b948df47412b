import { isAmbient } from '../inventory/ambient';
import type { Inventory } from '../inventory/inventory';
import type { Labels } from '../manifest/manifest';
import type { Workload } from '../views/workload';
import { bypassedPorts } from './interception';

/** Pods that open connections, as far as their end of a connection goes. */
export interface Sender {
  readonly namespace: string;
  readonly labels: Labels;
  readonly isMeshed: boolean;
  readonly isAmbient: boolean;
  /** Ports, as they call them, to which connections go past their sidecar; `*` for all. */
  readonly bypassed: readonly string[];
}

export function senderOf(inventory: Inventory, workload: Workload): Sender {
  const { namespace, labels, annotations } = workload;
  return {
    namespace,
    labels,
    isMeshed: inventory.isMeshed(workload),
    isAmbient: isAmbient(inventory, workload),
    bypassed: bypassedPorts(annotations),
  };
}

/** Whether a sidecar opens the connections to a port: without one neither routes nor rules of TLS hold. */
export function isSentByProxy({ isMeshed, bypassed }: Sender, port: number): boolean {
  return isMeshed && !bypassed.includes('*') && !bypassed.includes(String(port));
}
