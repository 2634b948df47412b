import type { Inventory } from '../inventory/inventory';
import { convertedRoutes } from './gateway-api';
import { connectionRoutes } from './l4-routes';
import { convertedGateways, type PodsGateway } from './listeners';
import { RoutesIndex } from './routes-index';
import type { RouteSource } from './rules';

/** What proxies route by: what is written for Istio, and what Istio makes of the Gateway API. */
export interface Configuration {
  readonly gateways: readonly PodsGateway[];
  /** VirtualServices as they are written, and those that routes of the Gateway API become. */
  readonly routes: readonly RouteSource[];
  /** The VirtualServices that have a fully qualified host, by its own name or by a wildcard. */
  readonly routesFor: (host: string) => readonly RouteSource[];
}

const known = new WeakMap<Inventory, Configuration>();

/** Worked out once for each inventory. */
export function configurationOf(inventory: Inventory): Configuration {
  const found = known.get(inventory) ?? configured(inventory);
  known.set(inventory, found);
  return found;
}

function configured(inventory: Inventory): Configuration {
  const routes = [...inventory.virtualServices, ...convertedRoutes(inventory), ...connectionRoutes(inventory)];
  const index = new RoutesIndex<RouteSource>(routes);
  const gateways = [...inventory.gateways, ...convertedGateways(inventory)];
  return { gateways, routes, routesFor: (host) => index.of(host) };
}
