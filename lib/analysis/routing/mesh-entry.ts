import { resolvedHost } from '../inventory/addresses';
import { closestPattern, qualified } from '../inventory/hosts';
import type { Inventory } from '../inventory/inventory';
import { nameOf } from '../manifest/manifest';
import { isSentByProxy } from '../transport/sender';
import { closestFirst, type Exported } from '../inventory/visibility';
import { isForMesh, type VirtualService } from '../views/virtual-service';
import { isHttpTraffic, type Traffic } from '../views/service';
import { configurationOf } from './configuration';
import { closestTaker, isForSidecar, tcpRuleOf, tlsRulesOf } from './connection-rules';
import type { Failure } from './destination';
import { isForClient } from './http-match';
import type { Asked, Client } from './request';
import type { PlacedRule } from './rule-fields';
import { type RouteSource, rulesOf } from './rules';
import type { SidecarScope } from './sidecar-scope';

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

/** What a client's proxy makes of the host and port of a request; or why it goes nowhere. */
export function meshEntryOf(
  inventory: Inventory,
  client: Client,
  scope: SidecarScope,
  request: Asked,
): MeshEntry | Failure {
  // A dot at the end says that a name is complete; proxies know it with and without.
  const host = request.host.endsWith('.')
    ? request.host.slice(0, -1)
    : resolvedHost(inventory, request.host, client.namespace);
  const { port } = request;
  if (!isSentByProxy(client, port)) {
    return byKubernetes(inventory, client, host, port);
  }
  const place = { inventory, client, scope, request, host, port };
  const declared = inventory.portsOf(host, client.namespace).find(({ number }) => number === port);
  const traffic = scope.seesHost(host, port) ? declared?.traffic : undefined;
  return request.scheme === 'http' && (traffic === undefined || isHttpTraffic(traffic))
    ? requestEntry(place, traffic !== undefined)
    : connectionEntry(place, traffic);
}

/** A host and port that the proxy of a client is asked for. */
interface Place {
  readonly inventory: Inventory;
  readonly client: Client;
  readonly scope: SidecarScope;
  readonly request: Asked;
  readonly host: string;
  readonly port: number;
}

/** Where the proxy looks into requests. A host that only a VirtualService has, as far as it sees, is routed at port 80 alone. */
function requestEntry(place: Place, isSeen: boolean): MeshEntry | Failure {
  const { inventory, host, port } = place;
  const route = isSeen || port === 80 ? (literalRoute(place) ?? routeFor(place, host)) : undefined;
  if (route !== undefined) {
    const reason = `${nameOf(route.manifest)} has the host ${host}`;
    return { host, port, isHttp: true, rules: rulesOf(inventory, route), reason };
  }
  return isSeen ? { host, port, isHttp: true, reason: whyUnrouted(inventory, host) } : unknownHost(place);
}

/**
 * Where the proxy looks at connections alone: rules for TLS count where the port is declared to be for TLS, those for TCP
 * everywhere else.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/tls.go
 */
function connectionEntry(place: Place, traffic: Traffic | undefined): MeshEntry | Failure {
  const { client, request, host, port } = place;
  if (traffic === undefined) {
    return unknownHost(place);
  }
  if (traffic === 'http') {
    return { status: 0, reason: `port ${port} of ${host} is declared for HTTP, and the request begins with TLS` };
  }
  const routes = routesSeen(place, host);
  const isFor = isForSidecar(client, port);
  const named = traffic === 'tls' ? tlsRulesOf(routes, isFor) : [];
  const connection =
    traffic === 'tls'
      ? closestTaker(request.scheme === 'https' ? named : [], request.host)?.placed
      : tcpRuleOf(routes, isFor);
  if (connection !== undefined) {
    return { host, port, isHttp: false, connection, reason: `${nameOf(connection.manifest)} has the host ${host}` };
  }
  return named.length > 0
    ? { status: 0, reason: `no rule for TLS at port ${port} of ${host} is for ${nameAskedFor(request)}` }
    : { host, port, isHttp: false, reason: whyNotHttp(place, traffic) };
}

function nameAskedFor({ scheme, host }: Asked): string {
  return scheme === 'https' ? `the name ${host}` : 'a client that does not speak TLS';
}

function whyNotHttp({ host, port, request }: Place, traffic: Traffic): string {
  return traffic === 'any'
    ? `the proxy does not look into ${request.scheme}, and no rule for TCP has port ${port} of ${host}`
    : `port ${port} of ${host} does not speak HTTP, and no rule for ${traffic.toUpperCase()} has it`;
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
function literalRoute(place: Place): VirtualService | undefined {
  const { host, port } = place.request;
  const route = port === 80 && host.includes('.') ? routeFor(place, host) : undefined;
  return route !== undefined && hostsOf(route).includes(host) ? route : undefined;
}

/** The first VirtualService of the closest host that has rules for HTTP: proxies of pods merge none. */
function routeFor(place: Place, host: string): VirtualService | undefined {
  const { inventory, client, port } = place;
  const routes = routesSeen(place, host).filter((route) => hasRulesFor(inventory, client, route, port));
  const closest = closestPattern(routes.flatMap(hostsOf), host);
  return closest === undefined ? undefined : routes.find((route) => hostsOf(route).includes(closest));
}

/** The VirtualServices of a host that the proxy gets, in its order. */
function routesSeen({ inventory, client, scope, port }: Place, host: string): RouteSource[] {
  const seen = configurationOf(inventory)
    .routesFor(host)
    .filter((route) => isForMesh(route) && scope.seesRoute(route, port));
  return closestFirst(seen, client.namespace, exportOf);
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
function unknownHost({ host: name, port, scope, request }: Place): Failure {
  const host = scope.seesHost(name, port) ? `${name} at port ${port}` : name;
  if (scope.outboundTrafficPolicy !== 'REGISTRY_ONLY') {
    return { status: 0, reason: `the proxy of the client does not know ${host}, and lets it out as it is` };
  }
  const isAnswered = request.scheme === 'http' && (port === 80 || scope.listensForHttp(port));
  return {
    status: isAnswered ? 502 : 0,
    reason: `the proxy of the client does not know ${host}, and lets nothing else out`,
  };
}
