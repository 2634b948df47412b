import { qualified } from '../../inventory/hosts';
import { indexByAll } from '../../inventory/index-by';
import type { Inventory } from '../../inventory/inventory';
import type { FieldPath } from '../../manifest/manifest';
import { configurationOf } from '../../routing/configuration';
import { isForMesh, type VirtualService } from '../../views/virtual-service';
import type { Check } from '../check';
import { mention } from '../mention';
import { destinationsOf } from '../../routing/destinations';

/**
 * Istio's own analysis takes egress gateways for ingress gateways and finds this in every route
 * through one (istio/istio#58559). A gateway's route for the very host, and hosts outside the mesh,
 * are none of it. Neither is a host with one workload: there a subset makes no difference.
 */
export const bypassedSubset: Check = {
  code: 'IST0140',
  level: 'warning',
  title: 'What comes through a gateway is split like what comes from the mesh',
  reason:
    'A gateway sends to the host itself and never asks the route of the mesh, so its requests reach every release.',
  remedy: 'name the subsets in the route of the gateway too',
  link: 'https://istio.io/latest/docs/ops/common-problems/network-issues/#route-rules-have-no-effect-on-ingress-gateway-requests',
  *find(inventory) {
    const { routes } = configurationOf(inventory);
    const splits = indexByAll(routes.filter(isForMesh), (route) => splitHosts(inventory, route));
    for (const route of routes.filter((one) => !isForMesh(one))) {
      const own = new Set(hostsOf(route));
      for (const { manifest, destination, path } of destinationsOf(route)) {
        const host = qualified(destination.host ?? '', manifest.namespace);
        const [split] = splits.get(host) ?? [];
        const isWhole = destination.subset === undefined && isOfRequests(path);
        if (isWhole && split !== undefined && !own.has(host)) {
          const message = `${mention(split.manifest)} sends to subsets of ${host}, and this route to all of it`;
          yield { manifest, path, message };
        }
      }
    }
  },
};

/** Whether a place shares the requests of a rule: copies and connections are none of this. */
function isOfRequests(path: FieldPath): boolean {
  const [, rules, , field] = path;
  return (rules === 'http' && field === 'route') || field === 'backendRefs';
}

function hostsOf({ manifest, spec }: VirtualService): string[] {
  return spec.hosts.map((host) => qualified(host, manifest.namespace));
}

/** The hosts of the mesh that a VirtualService sends to by subset. */
function splitHosts(inventory: Inventory, route: VirtualService): Set<string> {
  const own = new Set(hostsOf(route));
  const split = [...destinationsOf(route)]
    .filter(({ destination, path }) => destination.subset !== undefined && path[1] === 'http')
    .map(({ destination }) => qualified(destination.host ?? '', route.manifest.namespace));
  return new Set(
    split.filter((host) => {
      const service = inventory.serviceOf(host);
      return own.has(host) && service !== undefined && inventory.workloadsBehind(service).length !== 1;
    }),
  );
}
