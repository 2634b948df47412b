import type { Check } from '../check';
import { backendServices, hostOf, parentServices, routesOf } from './routes';

export const missingService: Check = {
  code: 'KIA1402',
  level: 'error',
  title: 'Every Service that a route names exists',
  reason: 'A route that sends to a Service that does not exist answers 500; one that is bound to it holds for nobody.',
  remedy: 'write the plain name of a Service, and the namespace if it is not that of the route',
  link: 'https://gateway-api.sigs.k8s.io/reference/spec/#backendobjectreference',
  *find(inventory) {
    for (const service of routesOf(inventory).flatMap((route) => [
      ...parentServices(route),
      ...backendServices(route),
    ])) {
      const { route, name, namespace, path } = service;
      if (name !== '' && inventory.serviceOf(hostOf(service)) === undefined) {
        const message = `there is no Service ${name} in namespace ${namespace}`;
        yield { manifest: route.manifest, path: [...path, 'name'], message };
      }
    }
  },
};
