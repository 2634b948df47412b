import type { Inventory } from '../inventory/inventory';
import { includesLabels } from '../views/selector';
import type { Workload } from '../views/workload';
import type { Client } from './request';

/** The pods of a workload as somebody who sends requests. */
export function clientOf(inventory: Inventory, workload: Workload): Client {
  const { namespace, labels } = workload;
  const isGateway = inventory.gateways.some(
    ({ spec }) => Object.keys(spec.selector).length > 0 && includesLabels(labels, spec.selector),
  );
  return { workload, namespace, labels, isGateway, isMeshed: inventory.isMeshed(workload) };
}

/** The gateways that any Gateway configures. */
export function gatewayClients(inventory: Inventory): Client[] {
  const selectors = new Map(inventory.gateways.map(({ spec }) => [JSON.stringify(spec.selector), spec.selector]));
  const workloads = [...selectors.values()]
    .filter((selector) => Object.keys(selector).length > 0)
    .flatMap((selector) => inventory.pods.selected(selector));
  return [...new Set(workloads)].map((workload) => clientOf(inventory, workload));
}
