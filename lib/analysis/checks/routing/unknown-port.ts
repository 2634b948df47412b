import { qualified } from '../../inventory/hosts';
import type { Check } from '../check';
import { allDestinations } from '../../routing/destinations';
import { portsOf } from './ports';

export const unknownPort: Check = {
  code: 'IST0101',
  level: 'error',
  title: 'Every destination port is one of the destination’s',
  reason: 'A route to a port that the Service does not have answers 503.',
  remedy: 'name a port of the Service, not of its pods',
  link: 'https://istio.io/latest/docs/reference/config/networking/virtual-service/#Destination-port',
  *find(inventory) {
    for (const { route, destination, path } of allDestinations(inventory.virtualServices)) {
      const host = qualified(destination.host ?? '', route.manifest.namespace);
      const ports = portsOf(inventory, host);
      const port = destination.port?.number;
      if (port !== undefined && ports?.includes(port) === false) {
        const message = `${host} has no port ${port}: it has ${ports.join(', ')}`;
        yield { manifest: route.manifest, path: [...path, 'port', 'number'], message };
      }
    }
  },
};
