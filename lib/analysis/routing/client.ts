import type { Inventory } from '../inventory/inventory';
import { senderOf } from '../transport/sender';
import type { Workload } from '../views/workload';
import { configurationOf } from './configuration';
import { gatewaysOf } from './gateway-servers';
import type { Client } from './request';

/** The pods of a workload as somebody who sends requests. */
export function clientOf(inventory: Inventory, workload: Workload): Client {
  return { ...senderOf(inventory, workload), workload, isGateway: gatewaysOf(inventory, workload).length > 0 };
}

/** The gateways that any Gateway configures. */
export function gatewayClients(inventory: Inventory): Client[] {
  const selections = new Map(
    configurationOf(inventory).gateways.map(({ spec: { selector }, podsNamespace }) => [
      JSON.stringify([selector, podsNamespace]),
      { selector, podsNamespace },
    ]),
  );
  const workloads = [...selections.values()]
    .filter(({ selector }) => Object.keys(selector).length > 0)
    .flatMap(({ selector, podsNamespace }) => inventory.pods.selected(selector, podsNamespace));
  return [...new Set(workloads)].map((workload) => clientOf(inventory, workload));
}
