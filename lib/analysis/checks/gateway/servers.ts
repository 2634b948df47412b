import { isAssumed } from '../../inventory/assumed';
import type { FieldPath } from '../../manifest/manifest';
import type { Inventory } from '../../inventory/inventory';
import type { Gateway, Server } from '../../views/gateway';
import type { Workload } from '../../views/workload';

/** One server of a Gateway, and the pods that open its port. */
export interface PlacedServer {
  readonly gateway: Gateway;
  readonly server: Server;
  readonly path: FieldPath;
  readonly pods: readonly Workload[];
}

/** All servers. A Gateway finds its pods in every namespace; without a selector it has all of them. */
export function allServers(inventory: Inventory): PlacedServer[] {
  return inventory.gateways.flatMap((gateway) => {
    const pods = inventory.pods.selected(gateway.spec.selector);
    return gateway.spec.servers.map((server, index) => ({ gateway, server, path: ['spec', 'servers', index], pods }));
  });
}

/** The pods by name, for keys; pods that the files don't show by the labels they would have. */
export function proxiesOf({ gateway, pods }: PlacedServer): string[] {
  const { selector } = gateway.spec;
  const isKnown = pods.length > 0 && Object.keys(selector).length > 0;
  return isKnown
    ? pods.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`)
    : [JSON.stringify(Object.entries(selector).sort())];
}

/** The pods that the files show. */
export function writtenPods({ pods }: PlacedServer): readonly Workload[] {
  return pods.filter(({ manifest }) => !isAssumed(manifest));
}
