import { qualified } from '../../inventory/hosts';
import type { Inventory } from '../../inventory/inventory';
import type { VirtualService } from '../../views/virtual-service';
import type { Check } from '../check';
import { allDestinations } from '../../routing/destinations';
import { portsOf } from './ports';
import { isForSidecars } from './rule-takers';

/**
 * Without a port Istio keeps the one that the request came to. For sidecars that route a host to
 * itself that is always a port of the host, so there is nothing to find, whatever Istio's own
 * analysis says. Of a host with one port sidecars keep the port all the same, unlike gateways.
 */
export const ambiguousPort: Check = {
  code: 'IST0112',
  level: 'error',
  title: 'A destination is named with its port where requests come to another one',
  reason: 'Istio keeps the port that the request came to, which the destination need not have: then it answers 503.',
  remedy: 'name the port of the destination',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0112/',
  *find(inventory) {
    for (const named of allDestinations(inventory.virtualServices)) {
      const { route, destination, path } = named;
      const host = qualified(destination.host ?? '', route.manifest.namespace);
      const ports = destination.port?.number === undefined ? portsOf(inventory, host) : undefined;
      if (ports !== undefined && ports.length > 1 && !routesToItself(route, host)) {
        const message = `${host} has the ports ${ports.join(', ')}, and the destination names none`;
        yield { manifest: route.manifest, path, message };
      }
      const isKept = path[1] === 'http' && ports?.length === 1 && isForSidecars(named);
      const asked = isKept ? portsAsked(inventory, route) : [];
      if (ports !== undefined && asked.length > 0 && !asked.some((port) => ports.includes(port))) {
        const own = route.spec.hosts.join(', ');
        const message = `requests for ${own} come to port ${asked.join(', ')}, which sidecars keep, and ${host} has port ${ports.join(', ')} alone`;
        yield { manifest: route.manifest, path, message };
      }
    }
  },
};

/** The ports at which sidecars take requests for the hosts of a route; none where the files don't show them all. */
function portsAsked(inventory: Inventory, { manifest, spec }: VirtualService): readonly number[] {
  const hosts = spec.hosts.map((host) => portsOf(inventory, qualified(host, manifest.namespace)));
  return hosts.every((ports) => ports !== undefined) ? [...new Set(hosts.flat())] : [];
}

function routesToItself({ manifest, spec }: VirtualService, host: string): boolean {
  const isOfMeshAlone = spec.gateways.every((gateway) => gateway === 'mesh');
  return (
    isOfMeshAlone && spec.hosts.length > 0 && spec.hosts.every((own) => qualified(own, manifest.namespace) === host)
  );
}
