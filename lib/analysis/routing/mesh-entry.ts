import { knownHost, resolvedHost } from '../inventory/addresses';
import type { HostPort } from '../inventory/host-ports';
import { closestPattern, qualified } from '../inventory/hosts';
import type { Inventory } from '../inventory/inventory';
import { nameOf } from '../manifest/manifest';
import { isSentByProxy } from '../transport/sender';
import { isHttpTraffic } from '../views/service';
import { isForMesh, type VirtualService } from '../views/virtual-service';
import { configurationOf } from './configuration';
import { connectionEntry } from './connection-entry';
import type { Failure } from './destination';
import { isForClient } from './http-match';
import { type MeshEntry, type Place, routesSeen } from './place';
import type { Asked, Client } from './request';
import { type RouteSource, rulesOf } from './rules';
import type { SidecarScope } from './sidecar-scope';

/** What a client's proxy makes of the host and port of a request; or why it goes nowhere. */
export function meshEntryOf(
  inventory: Inventory,
  client: Client,
  scope: SidecarScope,
  request: Asked,
): MeshEntry | Failure {
  // A dot at the end says that a name is complete; proxies know it with and without.
  const whole = request.host.endsWith('.') ? request.host.slice(0, -1) : undefined;
  const host =
    whole === undefined
      ? resolvedHost(inventory, request.host, client.namespace)
      : (knownHost(inventory, whole) ?? whole);
  const { port } = request;
  if (!isSentByProxy(client, port)) {
    return byKubernetes(inventory, client, host, port);
  }
  const place = { inventory, client, scope, request, host, port };
  const declared = inventory.portsOf(host, client.namespace).find(({ number }) => number === port);
  const seen = scope.seesHost(host, port) ? declared : undefined;
  const traffic = seen?.traffic;
  const isLookedInto = traffic === undefined ? scope.listensForHttp(port) : isHttpTraffic(traffic);
  return request.scheme === 'http' && isLookedInto
    ? requestEntry(place, seen)
    : (connectionEntry(place, traffic) ?? unknownHost(place));
}

/** Where the proxy looks into requests. */
function requestEntry(place: Place, seen: HostPort | undefined): MeshEntry | Failure {
  const { inventory, host, port } = place;
  const isSeen = seen !== undefined;
  const route = literalRoute(place, isSeen) ?? (isSeen ? routeFor(place, seen.declaredFor) : undefined);
  if (route !== undefined) {
    const reason = `${nameOf(route.manifest)} has the host ${host}`;
    return { host, port, isHttp: true, rules: rulesOf(inventory, route), reason };
  }
  return isSeen
    ? { host, port, isHttp: true, reason: whyUnrouted(inventory, host, seen.declaredFor) }
    : unknownHost(place);
}

function whyUnrouted(inventory: Inventory, host: string, declaredFor: string): string {
  const route = configurationOf(inventory).routesFor(declaredFor).find(isForMesh);
  return route === undefined
    ? `no VirtualService has the host ${declaredFor}`
    : `no rule of ${nameOf(route.manifest)} is for this proxy, so it is as if nobody had the host ${host}`;
}

function byKubernetes(inventory: Inventory, { isMeshed }: Client, host: string, port: number): MeshEntry | Failure {
  const who = isMeshed ? `the client's sidecar does not intercept port ${port}` : 'the client has no sidecar';
  return inventory.knowsHost(host)
    ? { host, port, isHttp: false, reason: `${who}: Kubernetes alone balances its connections` }
    : { status: 0, reason: `no Service has the host ${host}` };
}

/**
 * The VirtualService of a host that the proxy knows by it alone: at port 80, and as it is written; of short names with a dot,
 * which Istio does not complete, too. A wildcard that stands for any host that is declared is for those.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/route/route.go separateVSHostsAndServices
 */
function literalRoute(place: Place, isSeen: boolean): VirtualService | undefined {
  const { request, scope } = place;
  const { host, port } = request;
  const route = port === 80 && host.includes('.') ? routeFor(place, host) : undefined;
  const closest = route && closestPattern(hostsOf(route), host);
  const isOfOthers = closest !== host && (isSeen || (closest !== undefined && scope.seesAnyUnder(closest, port)));
  return isOfOthers ? undefined : route;
}

/**
 * The first VirtualService of the closest host that has rules for HTTP: proxies of pods merge none.
 * @param host that it is for: of what a wildcard declares, the wildcard, for which no VirtualService of a single host is
 */
function routeFor(place: Place, host: string): VirtualService | undefined {
  const { inventory, client, port } = place;
  const routes = routesSeen(place, host).filter((route) => hasRulesFor(inventory, client, route, port));
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

function hostsOf({ manifest, spec }: VirtualService): string[] {
  return spec.hosts.map((host) => qualified(host, manifest.namespace));
}

/** Where the proxy has a listener for HTTP it answers, elsewhere it closes the connection. */
function unknownHost({ host: name, port, scope, request }: Place): Failure {
  const host = scope.seesHost(name, port) ? `${name} at port ${port}` : name;
  if (scope.outboundTrafficPolicy !== 'REGISTRY_ONLY') {
    return { status: 0, reason: `the proxy of the client does not know ${host}, and lets it out as it is` };
  }
  const isAnswered = request.scheme === 'http' && scope.listensForHttp(port);
  return {
    status: isAnswered ? 502 : 0,
    reason: `the proxy of the client does not know ${host}, and lets nothing else out`,
  };
}
