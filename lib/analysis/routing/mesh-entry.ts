import { resolvedHost } from '../inventory/addresses';
import { closestPattern, qualified } from '../inventory/hosts';
import type { Inventory } from '../inventory/inventory';
import { nameOf } from '../manifest/manifest';
import { isSentByProxy } from '../transport/sender';
import { closestFirst, type Exported } from '../inventory/visibility';
import { isForMesh, type VirtualService } from '../views/virtual-service';
import { configurationOf } from './configuration';
import type { Failure } from './destination';
import { isForClient } from './http-match';
import type { Client, Request } from './request';
import { type RouteSource, rulesOf } from './rules';
import type { SidecarScope } from './sidecar-scope';

/** How a client's own proxy, or Kubernetes alone, takes a request. */
export interface MeshEntry {
  /** Fully qualified. */
  readonly host: string;
  readonly port: number;
  readonly isHttp: boolean;
  /** Whose rules count; without one the host itself is asked. */
  readonly route?: VirtualService | undefined;
  readonly reason: string;
}

/** What a client's proxy makes of the host and port of a request; or why it goes nowhere. */
export function meshEntryOf(
  inventory: Inventory,
  client: Client,
  scope: SidecarScope,
  request: Pick<Request, 'host' | 'port'>,
): MeshEntry | Failure {
  // A dot at the end says that a name is complete; proxies know it with and without.
  const host = request.host.endsWith('.')
    ? request.host.slice(0, -1)
    : resolvedHost(inventory, request.host, client.namespace);
  const { port } = request;
  if (!isSentByProxy(client, port)) {
    return byKubernetes(inventory, client, host, port);
  }
  const declared = inventory.portsOf(host, client.namespace).find(({ number }) => number === port);
  const isHttp = declared?.isHttp ?? true;
  const isSeen = scope.seesHost(host, port) && declared !== undefined;
  // A host that only a VirtualService has, as far as the proxy sees, is routed at port 80 alone.
  const route =
    isHttp && (isSeen || port === 80)
      ? (literalRoute(inventory, client, scope, request) ?? routeFor(inventory, client, scope, { host, port }))
      : undefined;
  if (route !== undefined) {
    return { host, port, isHttp, route, reason: `${nameOf(route.manifest)} has the host ${host}` };
  }
  if (!isSeen) {
    return unknownHost(scope.seesHost(host, port) ? `${host} at port ${port}` : host, scope, port);
  }
  const reason = isHttp ? whyUnrouted(inventory, host) : `port ${port} of ${host} does not speak HTTP`;
  return { host, port, isHttp, reason };
}

function whyUnrouted(inventory: Inventory, host: string): string {
  const route = configurationOf(inventory).routesFor(host).find(isForMesh);
  return route === undefined
    ? `no VirtualService has the host ${host}`
    : `no rule of ${nameOf(route.manifest)} is for this proxy, so it is as if nobody had the host ${host}`;
}

function byKubernetes(inventory: Inventory, { isMeshed }: Client, host: string, port: number): MeshEntry | Failure {
  const who = isMeshed ? `the client's sidecar does not intercept port ${port}` : 'the client has no sidecar';
  return inventory.knowsHost(host)
    ? { host, port, isHttp: false, reason: `${who}: Kubernetes alone balances its connections` }
    : { status: 0, reason: `no Service has the host ${host}` };
}

/**
 * The VirtualService of a short name with a dot, which Istio does not complete: at port 80 it is a host of its own.
 * @see https://github.com/istio/istio/blob/release-1.30/pkg/config/resource ResolveShortnameToFQDN
 */
function literalRoute(
  inventory: Inventory,
  client: Client,
  scope: SidecarScope,
  { host, port }: Pick<Request, 'host' | 'port'>,
): VirtualService | undefined {
  const isAsked = port === 80 && host.includes('.');
  const route = isAsked ? routeFor(inventory, client, scope, { host, port }) : undefined;
  return route !== undefined && hostsOf(route).includes(host) ? route : undefined;
}

/** The first VirtualService of the closest host: proxies of pods merge none. */
function routeFor(
  inventory: Inventory,
  client: Client,
  scope: SidecarScope,
  { host, port }: Pick<MeshEntry, 'host' | 'port'>,
): VirtualService | undefined {
  const seen = configurationOf(inventory)
    .routesFor(host)
    .filter((route) => isForMesh(route) && hasRulesFor(inventory, client, route, port) && scope.seesRoute(route, port));
  const routes = closestFirst(seen, client.namespace, exportOf);
  const closest = closestPattern(routes.flatMap(hostsOf), host);
  return closest === undefined ? undefined : routes.find((route) => hostsOf(route).includes(closest));
}

/**
 * A proxy leaves out rules for other proxies and ports; without any rule left, it is as if there were no VirtualService.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/route/route.go buildSidecarVirtualHostsForVirtualService
 */
function hasRulesFor(inventory: Inventory, client: Client, route: RouteSource, port: number): boolean {
  return rulesOf(inventory, route).some(
    ({ rule, manifest }) =>
      rule.match.length === 0 ||
      rule.match.some(
        (match) =>
          (match.port === undefined || match.port === port) && isForClient(match, client, 'mesh', manifest.namespace),
      ),
  );
}

function exportOf({ manifest: { namespace }, spec: { exportTo } }: VirtualService): Exported {
  return { namespace, exportTo };
}

function hostsOf({ manifest, spec }: VirtualService): string[] {
  return spec.hosts.map((host) => qualified(host, manifest.namespace));
}

/** Where the proxy has a listener for HTTP it answers, elsewhere it closes the connection. */
function unknownHost(host: string, scope: SidecarScope, port: number): Failure {
  if (scope.outboundTrafficPolicy !== 'REGISTRY_ONLY') {
    return { status: 0, reason: `the proxy of the client does not know ${host}, and lets it out as it is` };
  }
  const status = port === 80 || scope.listensForHttp(port) ? 502 : 0;
  return { status, reason: `the proxy of the client does not know ${host}, and lets nothing else out` };
}
