import type { RoutingRow } from '../access/routing-table';
import type { Finding } from '../finding';
import { qualified } from '../inventory/hosts';
import { indexBy } from '../inventory/index-by';
import type { Inventory } from '../inventory/inventory';
import { nameOf } from '../manifest/manifest';

/**
 * Findings by what they are shown at, an object as `Service shop/orders`: DestinationRules and the routes that a
 * request takes are shown at the Service, pods and Services at themselves, and all else at its `Namespace shop`.
 */
export function findingsBySubject(
  inventory: Inventory,
  rows: readonly RoutingRow[],
  findings: readonly Finding[],
): ReadonlyMap<string, readonly Finding[]> {
  const namespaces = new Map(inventory.manifests.map((one) => [nameOf(one), `Namespace ${one.namespace}`]));
  const shown = new Set([...inventory.services, ...inventory.workloads].map(({ manifest }) => nameOf(manifest)));
  const served = servedBy(inventory, rows);
  return indexBy(findings, ({ object }) =>
    shown.has(object) ? object : (served.get(object) ?? namespaces.get(object) ?? object),
  );
}

/** The Service that a DestinationRule is for, and that a routing rule leads to: the first, if it is about several. */
function servedBy(inventory: Inventory, rows: readonly RoutingRow[]): ReadonlyMap<string, string> {
  const rules = inventory.destinationRules.map(({ manifest, spec }) => ({
    manifest,
    hosts: [qualified(spec.host ?? '', manifest.namespace)],
  }));
  const routes = rows.flatMap(({ outcome: { rule, branches } }) =>
    rule === undefined ? [] : [{ manifest: rule.manifest, hosts: branches.map(({ host }) => host) }],
  );
  return new Map(
    [...routes.reverse(), ...rules].flatMap(({ manifest, hosts }): [string, string][] => {
      const [service] = hosts.flatMap((host) => inventory.serviceOf(host) ?? []);
      return service === undefined ? [] : [[nameOf(manifest), nameOf(service.manifest)]];
    }),
  );
}
