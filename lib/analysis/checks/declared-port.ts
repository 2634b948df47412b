import { isAssumed } from '../inventory/assumed';
import type { Inventory } from '../inventory/inventory';
import { portNumbered, protocolOf, type Traffic, trafficOf } from '../views/service';
import { mention } from './mention';

/** What the files say that a port speaks. */
export interface DeclaredPort {
  readonly traffic: Traffic;
  /** As declared, in lower case. */
  readonly protocol: string;
  /** Whoever declares it, and where. */
  readonly by: string;
}

/** What a Service or a ServiceEntry of the files declares a port to speak; nothing where none says it. */
export function declaredPort(inventory: Inventory, host: string, port: number): DeclaredPort | undefined {
  const service = inventory.serviceOf(host);
  if (service !== undefined) {
    const found = portNumbered(service, port);
    const index = service.ports.findIndex((one) => one === found);
    const protocol = found && protocolOf(found);
    return protocol === undefined || isAssumed(service.manifest)
      ? undefined
      : declared(protocol, mention(service.manifest, ['spec', 'ports', index]));
  }
  const [first] = inventory
    .entriesOf(host)
    .flatMap(({ manifest, spec }) =>
      spec.ports.flatMap(({ number, protocol }, index) =>
        number === port && protocol !== undefined
          ? [declared(protocol.toLowerCase(), mention(manifest, ['spec', 'ports', index]))]
          : [],
      ),
    );
  return first;
}

function declared(protocol: string, by: string): DeclaredPort {
  return { protocol, traffic: trafficOf(protocol), by };
}
