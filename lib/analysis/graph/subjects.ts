import type { Finding } from '../finding';
import { qualified } from '../inventory/hosts';
import { indexBy } from '../inventory/index-by';
import type { Inventory } from '../inventory/inventory';
import { nameOf } from '../manifest/manifest';

/**
 * Findings by what they are shown at, an object as `Service shop/orders`: routes and rules of a Service's host are
 * shown at the Service, pods and Services at themselves, and all else at its `Namespace shop`.
 */
export function findingsBySubject(
  inventory: Inventory,
  findings: readonly Finding[],
): ReadonlyMap<string, readonly Finding[]> {
  const namespaces = new Map(inventory.manifests.map((one) => [nameOf(one), `Namespace ${one.namespace}`]));
  const shown = new Set([...inventory.services, ...inventory.workloads].map(({ manifest }) => nameOf(manifest)));
  const served = servedBy(inventory);
  return indexBy(findings, ({ object }) =>
    shown.has(object) ? object : (served.get(object) ?? namespaces.get(object) ?? object),
  );
}

/** The Service that a VirtualService or DestinationRule is about: the first, if it is about several. */
function servedBy(inventory: Inventory): ReadonlyMap<string, string> {
  const rules = inventory.destinationRules.map(({ manifest, spec }) => ({ manifest, hosts: [spec.host ?? ''] }));
  const routes = inventory.virtualServices.map(({ manifest, spec }) => ({ manifest, hosts: spec.hosts }));
  return new Map(
    [...rules, ...routes].flatMap(({ manifest, hosts }): [string, string][] => {
      const [service] = hosts.flatMap((host) => inventory.serviceOf(qualified(host, manifest.namespace)) ?? []);
      return service === undefined ? [] : [[nameOf(manifest), nameOf(service.manifest)]];
    }),
  );
}
