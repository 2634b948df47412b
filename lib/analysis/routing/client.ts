import type { Inventory } from '../inventory/inventory';
import type { Workload } from '../views/workload';
import { configurationOf } from './configuration';
import { gatewaysOf } from './gateway-entry';
import type { Client } from './request';

/** The pods of a workload as somebody who sends requests. */
export function clientOf(inventory: Inventory, workload: Workload): Client {
  const { namespace, labels } = workload;
  const isGateway = gatewaysOf(inventory, workload).length > 0;
  return { workload, namespace, labels, isGateway, isMeshed: inventory.isMeshed(workload) };
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
