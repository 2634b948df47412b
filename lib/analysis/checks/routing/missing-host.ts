import { qualified } from '../../inventory/hosts';
import type { Check } from '../check';
import { allDestinations } from '../../views/destinations';

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
      }
    }
  },
};
