import { gatewayName } from '../../inventory/gateway-name';
import { qualified } from '../../inventory/hosts';
import type { Inventory } from '../../inventory/inventory';
import { isVisible } from '../../inventory/visibility';
import type { Check } from '../check';
import { allDestinations } from '../../routing/destinations';
import type { VirtualService } from '../../views/virtual-service';

export const missingHost: Check = {
  code: 'KIA1101',
  aliases: ['IST0101'],
  level: 'error',
  title: 'Every destination of a VirtualService is a host that the mesh knows',
  reason: 'A route to a host that neither a Service nor a ServiceEntry has answers 503.',
  remedy:
    'write the full name of a Service (name.namespace.svc.cluster.local), or declare the host with a ServiceEntry',
  link: 'https://istio.io/latest/docs/reference/config/networking/virtual-service/#Destination',
  *find(inventory) {
    for (const { route, destination, path } of allDestinations(inventory.virtualServices)) {
      const host = qualified(destination.host ?? '', route.manifest.namespace);
      if (host !== '' && !inventory.knowsHost(host)) {
        const message = `no Service and no ServiceEntry has the host ${host}`;
        yield { manifest: route.manifest, path: [...path, 'host'], message };
      } else if (host !== '' && isHidden(inventory, route, host)) {
        const message = `${host} is not exported to ${route.manifest.namespace}, where the route is for`;
        const remedy = 'export the host to the namespace of the route, or write the route beside the host';
        yield { manifest: route.manifest, path: [...path, 'host'], message, remedy };
      }
    }
  },
};

/** Whether nobody that a route is written for sees a host: its own namespace, those it names, its gateways. */
function isHidden(inventory: Inventory, { manifest, spec }: VirtualService, host: string): boolean {
  const gateways = spec.gateways.map((reference) => gatewayName(reference, manifest.namespace)[0]);
  const readers = [manifest.namespace, ...gateways, ...spec.exportTo];
  return !inventory
    .declarationsOf(host)
    .some(({ namespace, exportTo }) => readers.some((reader) => isVisible(exportTo, namespace, reader)));
}
