import { namedServices } from '../inventory/addresses';
import { qualified } from '../inventory/hosts';
import { indexByAll } from '../inventory/index-by';
import type { Inventory } from '../inventory/inventory';
import { isVisible } from '../inventory/visibility';
import { type Service, type ServicePort, speaksHttp } from '../views/service';
import type { VirtualService } from '../views/virtual-service';
import type { Workload } from '../views/workload';
import { unwrittenTries, writtenTries } from './resilience';
import { gatewayRules, isForMesh, type RouteRule, rulesFor } from './route-rules';

/** One step of a request: somebody sends to a Service. */
export interface Hop {
  /** Nobody: a gateway sends. */
  readonly caller?: Workload | undefined;
  readonly to: Service;
  /** Rules that may lead there; none where no VirtualService says how. */
  readonly rules: readonly RouteRule[];
  /** How many requests may arrive for one that is sent. */
  readonly tries: number;
}

/** Every step that gateways make by their routes, and pods by the addresses in their environment. */
export function hopsOf(inventory: Inventory): Hop[] {
  const routes = routesByHost(inventory);
  return [
    ...inventory.virtualServices.flatMap((route) => ledTo(gatewayRules(route), undefined, inventory)),
    ...inventory.workloads.flatMap((caller) =>
      requestsOf(caller, inventory).flatMap((address) => {
        const visible = (routes.get(address.service.host) ?? []).filter(({ manifest, spec }) =>
          isVisible(spec.exportTo, manifest.namespace, caller.namespace),
        );
        return hopsTo(address, caller, visible, inventory);
      }),
    ),
  ];
}

/** A port of a Service that a process was told to call, over HTTP or gRPC. */
interface Address {
  readonly service: Service;
  readonly port: ServicePort;
}

/** Each once. */
function requestsOf(caller: Workload, inventory: Inventory): Address[] {
  const told = [...namedServices(inventory, caller)].flatMap(({ service, port }) =>
    port !== undefined && speaksHttp(port) ? [[port, { service, port }] as const] : [],
  );
  return [...new Map(told).values()];
}

function routesByHost({ virtualServices }: Inventory): ReadonlyMap<string, readonly VirtualService[]> {
  const routes = virtualServices.filter((route) => isForMesh(route) && route.spec.http.length > 0);
  return indexByAll(
    routes,
    ({ manifest, spec }) => new Set(spec.hosts.map((host) => qualified(host, manifest.namespace))),
  );
}

/** Without a sidecar nobody tries again and nobody follows a route. */
function hopsTo(
  { service, port }: Address,
  caller: Workload,
  routes: readonly VirtualService[],
  inventory: Inventory,
): Hop[] {
  if (!inventory.isMeshed(caller)) {
    return [{ caller, to: service, rules: [], tries: 1 }];
  }
  return routes.length === 0
    ? [{ caller, to: service, rules: [], tries: unwrittenTries(port, inventory.mesh) }]
    : ledTo(
        routes.flatMap((route) => rulesFor(route, caller, port.port)),
        caller,
        inventory,
      );
}

/** A hop to each Service that some rules lead to. */
function ledTo(rules: readonly RouteRule[], caller: Workload | undefined, inventory: Inventory): Hop[] {
  const leading = indexByAll(rules, ({ route, rule }) => {
    const hosts = rule.route.map(({ destination }) => qualified(destination?.host ?? '', route.manifest.namespace));
    return new Set(hosts);
  });
  return [...leading].flatMap(([host, some]): Hop[] => {
    const to = inventory.serviceOf(host);
    return to === undefined ? [] : [{ caller, to, rules: some, tries: mostTries(some, to, inventory) }];
  });
}

function mostTries(rules: readonly RouteRule[], { host, ports }: Service, { mesh }: Inventory): number {
  const tries = rules.map(({ route, rule }) => {
    const to = rule.route.find(
      ({ destination }) => qualified(destination?.host ?? '', route.manifest.namespace) === host,
    );
    const number = to?.destination?.port?.number;
    const port: ServicePort | undefined = ports.find((one) => one.port === number) ?? ports[0];
    return writtenTries(rule) ?? (port === undefined ? 1 : unwrittenTries(port, mesh));
  });
  return Math.max(1, ...tries);
}
