import { qualified } from '../../inventory/hosts';
import { configurationOf } from '../../routing/configuration';
import { allShares } from '../../routing/destinations';
import { isForMesh, type WeightedDestination } from '../../views/virtual-service';
import type { Check } from '../check';

/**
 * Of routes of sidecars alone: a gateway looks no pod up itself and does choose among the pods of a
 * headless Service.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/cluster.go
 */
export const headlessSplit: Check = {
  code: 'LAB067',
  level: 'warning',
  title: 'No sidecar is asked to choose among the pods of a headless Service',
  reason:
    'The client of a headless Service looks up the address of one pod and connects to it. Its sidecar passes the connection on to that very pod: subsets and weights have no effect, and a canary gets its share of pods instead of its share of requests.',
  remedy: 'route to a Service with a cluster IP beside the headless one, and let clients call that',
  link: 'https://istio.io/latest/docs/ops/configuration/traffic-management/traffic-routing/#headless-services',
  *find(inventory) {
    for (const { manifest, match, destinations, path } of allShares(
      configurationOf(inventory).routes.filter(isForMesh),
    )) {
      const isHeadless = ({ destination }: WeightedDestination): boolean =>
        inventory.serviceOf(qualified(destination?.host ?? '', manifest.namespace))?.isHeadless === true;
      const isForSidecars = match.length === 0 || match.some(({ gateways }) => isFor('mesh', gateways));
      const chosen = destinations.find(
        (way) => isHeadless(way) && (destinations.length > 1 || way.destination?.subset !== undefined),
      );
      if (isForSidecars && chosen !== undefined) {
        const message = `${chosen.destination?.host ?? ''} is headless: requests go to the pod that the client looked up, whatever the route says`;
        yield { manifest, path: [...path, destinations.indexOf(chosen), 'destination'], message };
      }
    }
  },
};

/** Whether a match that names gateways, or none, is for one. */
function isFor(gateway: string, named: readonly string[]): boolean {
  return named.length === 0 || named.includes(gateway);
}
