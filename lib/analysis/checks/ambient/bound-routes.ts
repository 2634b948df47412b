import type { Inventory } from '../../inventory/inventory';
import { hostOf, parentServices, routesOf } from '../gateway-api/routes';
import type { HostRule } from './hosts';

/** Routes of the Gateway API that hold for calls to a Service within the mesh. */
export function boundRoutes(inventory: Inventory): HostRule[] {
  return routesOf(inventory)
    .filter(({ manifest }) => manifest.kind !== 'TCPRoute')
    .map((route) => ({
      manifest: route.manifest,
      hosts: parentServices(route).map((service) => ({ host: hostOf(service), path: [...service.path, 'name'] })),
    }));
}
