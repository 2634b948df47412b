import type { Inventory } from '../inventory/inventory';
import { closestFirst } from '../inventory/visibility';
import { isForMesh } from '../views/virtual-service';
import { configurationOf } from './configuration';
import type { Asked, Client } from './request';
import type { PlacedRule } from './rule-fields';
import type { RouteSource } from './rules';
import type { SidecarScope } from './sidecar-scope';

/** A host and port that the sidecar of a client is asked for. */
export interface Place {
  readonly inventory: Inventory;
  readonly client: Client;
  readonly scope: SidecarScope;
  readonly request: Asked;
  /** Fully qualified. */
  readonly host: string;
  readonly port: number;
}

/** How a client's own proxy, or Kubernetes alone, takes a request. */
export interface MeshEntry {
  /** Fully qualified. */
  readonly host: string;
  readonly port: number;
  /** Whether a proxy looks into requests, or at connections alone. */
  readonly isHttp: boolean;
  /** Rules for HTTP, or the one for the connection; without either the host itself is asked. */
  readonly rules?: readonly PlacedRule[];
  readonly connection?: PlacedRule;
  readonly reason: string;
}

/** The VirtualServices of a host that the proxy gets, in its order. */
export function routesSeen({ inventory, client, scope, port }: Place, host: string): RouteSource[] {
  const seen = configurationOf(inventory)
    .routesFor(host)
    .filter((route) => isForMesh(route) && scope.seesRoute(route, port));
  return closestFirst(seen, client.namespace);
}
