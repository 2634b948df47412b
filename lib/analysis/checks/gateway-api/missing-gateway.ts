import type { Check } from '../check';
import { gatewayApi, isGateway, routesOf } from './routes';

export const missingGateway: Check = {
  code: 'KIA1401',
  level: 'error',
  title: 'Every Gateway that a route is bound to exists',
  reason: 'A route of a Gateway that does not exist is given to no proxy: its hosts answer 404, or not at all.',
  remedy: 'name a Gateway of the same namespace, or add the namespace of the Gateway to the reference',
  link: 'https://gateway-api.sigs.k8s.io/reference/spec/#parentreference',
  *find(inventory) {
    for (const { manifest, spec } of routesOf(inventory)) {
      for (const [index, reference] of spec.parentRefs.entries()) {
        const { name = '', namespace = manifest.namespace } = reference;
        if (isGateway(reference) && inventory.named(gatewayApi, 'Gateway', namespace, name) === undefined) {
          const message = `there is no Gateway ${name} of the Gateway API in namespace ${namespace}`;
          yield { manifest, path: ['spec', 'parentRefs', index, 'name'], message };
        }
      }
    }
  },
};
