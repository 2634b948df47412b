import type { Check } from '../check';
import { backendServices, hostOf, routesOf } from './routes';

export const missingPort: Check = {
  code: 'LAB041',
  level: 'error',
  title: 'Every port that a route sends to is one of the Service',
  reason: 'A route to a port that the Service does not have reaches no pod: requests are answered with an error.',
  remedy: 'write a port of the Service, not that of its pods',
  link: 'https://gateway-api.sigs.k8s.io/reference/spec/#backendobjectreference',
  *find(inventory) {
    for (const named of routesOf(inventory).flatMap(backendServices)) {
      const service = inventory.serviceOf(hostOf(named));
      const ports = service?.ports.map(({ port }) => port) ?? [];
      if (service !== undefined && service.type !== 'ExternalName' && !ports.some((port) => port === named.port)) {
        const has = `Service ${service.namespace}/${service.name} has ${ports.length === 0 ? 'none' : ports.join(', ')}`;
        const message =
          named.port === undefined ? `no port is named: ${has}` : `there is no port ${named.port}: ${has}`;
        yield { manifest: named.route.manifest, path: [...named.path, 'port'], message };
      }
    }
  },
};
