import { qualified } from '../../inventory/hosts';
import type { Inventory } from '../../inventory/inventory';
import { configurationOf } from '../../routing/configuration';
import { allDestinations, type NamedDestination } from '../../routing/destinations';

/** The first route to each subset, by the subset and the full host: `v1 web.shop.svc.cluster.local`; without one, ` web.shop…`. */
export function routedSubsets(inventory: Inventory): ReadonlyMap<string, NamedDestination> {
  const named = allDestinations(configurationOf(inventory).routes).map((one): [string, NamedDestination] => {
    const { subset = '', host = '' } = one.destination;
    return [`${subset} ${qualified(host, one.manifest.namespace)}`, one];
  });
  return new Map(named.reverse());
}
