import type { Address } from '../inventory/addresses';
import type { Inventory } from '../inventory/inventory';
import { entranceOf, requestAt } from '../routing/entrances';
import type { Client } from '../routing/request';
import { route } from '../routing/route';
import { plainWitness } from '../routing/witness';
import { type Destination, destinationsAt, destinationsOf } from './destination';

/**
 * The pods that a call in somebody's environment gets to: those that routes lead a plain request
 * to, and where none leads anywhere, or no port is known, those of the Service itself.
 */
export function destinationsCalled(inventory: Inventory, client: Client, address: Address): Destination[] {
  const { host, port, target } = address;
  const call = port === undefined ? undefined : { client, host, port, path: target };
  const branches =
    call === undefined ? [] : route(inventory, client, requestAt(entranceOf(call), plainWitness)).branches;
  if (branches.length > 0) {
    return branches.filter(({ share }) => share > 0).flatMap((branch) => destinationsAt(inventory, branch));
  }
  const service = inventory.serviceOf(host);
  const ports = service?.ports.filter((one) => (port ?? one.port) === one.port) ?? [];
  return service === undefined
    ? []
    : inventory
        .workloadsBehind(service)
        .flatMap((workload) => ports.flatMap((servicePort) => destinationsOf(service, servicePort, workload)));
}
