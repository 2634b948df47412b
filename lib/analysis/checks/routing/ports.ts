import { isAssumed } from '../../inventory/assumed';
import type { Inventory } from '../../inventory/inventory';

/** The ports of a fully qualified host; nothing where the files don't show them. */
export function portsOf(inventory: Inventory, host: string): readonly number[] | undefined {
  const service = inventory.serviceOf(host);
  if (service !== undefined && isAssumed(service.manifest)) {
    return undefined;
  }
  const ports =
    service?.ports.map(({ port }) => port) ??
    inventory.entriesOf(host).flatMap(({ spec }) => spec.ports.map(({ number }) => number));
  const numbers = [...new Set(ports.filter((port) => port !== undefined))];
  return numbers.length === 0 ? undefined : numbers;
}
