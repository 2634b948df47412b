import { namesGateway } from '../inventory/gateway-name';
import { closestPattern, hostMatches, hostsOverlap, qualified } from '../inventory/hosts';
import type { Inventory } from '../inventory/inventory';
import { closestFirst, isVisible } from '../inventory/visibility';
import type { Gateway, Server } from '../views/gateway';
import type { VirtualService } from '../views/virtual-service';
import { configurationOf } from './configuration';
import { closestTaker, isForServer, tcpRuleOf, tlsRulesOf } from './connection-rules';
import type { Failure } from './destination';
import { type Entry, hostsOf, isPassthrough, looksIntoRequests, serversAt, spokenBy } from './gateway-servers';
import type { Client, Request } from './request';
import type { PlacedRule } from './rule-fields';

/** Who takes a request at a gateway: servers that look into it, or a rule for its connection. */
export type Taking = { readonly entries: readonly Entry[] } | { readonly entry: Entry; readonly placed: PlacedRule };

/** What may take a connection, by the names that clients ask for (SNI). */
interface Taker {
  readonly patterns: readonly string[];
  readonly entry: Entry;
  /** None for a server that looks into requests. */
  readonly placed?: PlacedRule;
}

/**
 * Who takes a request: of TLS whoever has the closest host alone; or why nobody does.
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/#Server-hosts
 */
export function takingOf(inventory: Inventory, client: Client, request: Request): Taking | Failure {
  const { scheme, host, port } = request;
  const listening = serversAt(inventory, client, port);
  if (listening.length === 0) {
    return { status: 0, reason: `no Gateway listens at port ${port}: the connection is refused` };
  }
  const understood = listening.filter(({ server }) => (spokenBy(server) === 'tls') === (scheme === 'https'));
  const taking = understood.filter(({ server }) => !looksIntoRequests(server) || takesHost(server, host));
  if (understood.length === 0) {
    return { status: 0, reason: `port ${port} does not speak ${scheme}` };
  }
  if (taking.length === 0) {
    const status = scheme === 'https' ? 0 : 404;
    return { status, reason: `no Gateway takes the host ${host} at port ${port}` };
  }
  if (scheme === 'http' && taking.every(({ server }) => looksIntoRequests(server))) {
    return { entries: taking };
  }
  const takers = taking.flatMap((entry) => takersOf(inventory, client, entry));
  const taker = closestTaker(takers, host);
  if (taker === undefined) {
    const reason = `no rule for connections has the host ${host} at port ${port}, and rules for HTTP do not count there`;
    return { status: 0, reason };
  }
  const { placed, entry } = taker;
  return placed === undefined ? { entries: [entry] } : { placed, entry };
}

function takesHost(server: Server, host: string): boolean {
  return hostsOf(server).some((pattern) => hostMatches(pattern, host));
}

/**
 * Of a server that looks into requests itself, of one that passes TLS through each rule for TLS, of any other the one rule for
 * TCP: at a port without TLS it takes whatever name is asked for.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/gateway.go createGatewayTCPFilterChainOpts
 */
function takersOf(inventory: Inventory, client: Client, entry: Entry): Taker[] {
  const { gateway, server } = entry;
  const patterns = spokenBy(server) === 'tcp' ? ['*'] : hostsOf(server);
  if (looksIntoRequests(server)) {
    return [{ patterns, entry }];
  }
  const routes = routesOnto(inventory, client, entry);
  const isFor = isForServer(nameOfGateway(gateway), server.port?.number ?? 0);
  if (isPassthrough(server)) {
    return tlsRulesOf(routes, isFor).map((rule) => ({ ...rule, entry }));
  }
  const placed = tcpRuleOf(routes, isFor);
  return placed === undefined ? [] : [{ patterns, entry, placed }];
}

/** The VirtualServices that are bound to a server, and have one of its hosts. */
function routesOnto(inventory: Inventory, client: Client, entry: Entry): VirtualService[] {
  const gateway = nameOfGateway(entry.gateway);
  return closestFirst(visibleTo(configurationOf(inventory).routes, client), client.namespace).filter(
    ({ manifest, spec }) =>
      spec.gateways.some((one) => namesGateway(one, manifest.namespace, gateway)) &&
      admittedHosts(entry, manifest.namespace).some((served) =>
        spec.hosts.some((own) => hostsOverlap(served, qualified(own, manifest.namespace))),
      ),
  );
}

/**
 * The VirtualServices that have the closest host of a request, whose rules are merged: server by server, and of each what the
 * gateway's namespace keeps to itself first.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/gateway.go buildGatewayHTTPRouteConfig
 */
export function routesAt(
  inventory: Inventory,
  client: Client,
  { host }: Request,
  entries: readonly Entry[],
): BoundRoute[] {
  const routes = closestFirst(visibleTo(configurationOf(inventory).routesFor(host), client), client.namespace);
  const bound = entries.flatMap((entry) => routes.flatMap((route) => boundAt(route, entry, host)));
  const closest = closestPattern(
    bound.map(({ domain }) => domain),
    host,
  );
  const found = bound.filter(({ domain }) => domain === closest);
  return [...new Map([...found].reverse().map((one) => [one.route, one])).values()].reverse();
}

/** Whether a request is sent to HTTPS: that is for the closest host of all servers and VirtualServices to say. */
export function isRedirected(entries: readonly Entry[], routes: readonly BoundRoute[], { host }: Request): boolean {
  const redirecting = entries.filter(({ server }) => server.tls?.httpsRedirect === true);
  // A host with a namespace stands for those of VirtualServices alone.
  const patterns = redirecting.flatMap(({ server }) => server.hosts.filter((one) => !one.includes('/')));
  const closest = closestPattern(patterns, host);
  const domain = routes[0]?.domain;
  return (
    routes.some(({ entry }) => redirecting.includes(entry)) ||
    (closest !== undefined && (domain === undefined || closestPattern([closest, domain], host) === closest))
  );
}

/** A VirtualService at a Gateway, and the pattern of hosts that both have. */
export interface BoundRoute {
  readonly route: VirtualService;
  readonly domain: string;
  readonly entry: Entry;
  /** `namespace/name` */
  readonly gateway: string;
}

function boundAt(route: VirtualService, entry: Entry, host: string): BoundRoute[] {
  const { manifest, spec } = route;
  const gateway = nameOfGateway(entry.gateway);
  const domain = domainOf(route, admittedHosts(entry, manifest.namespace), host);
  const isBound = spec.gateways.some((one) => namesGateway(one, manifest.namespace, gateway));
  return isBound && domain !== undefined ? [{ route, domain, entry, gateway }] : [];
}

/** The hosts of a server that VirtualServices of a namespace may have. */
function admittedHosts({ gateway, server }: Entry, namespace: string): string[] {
  return server.hosts.flatMap((host) => {
    const [scope, pattern] = host.includes('/') ? host.split('/') : ['*', host];
    const isAdmitted =
      scope === '*' || scope === namespace || (scope === '.' && gateway.manifest.namespace === namespace);
    return isAdmitted && pattern !== undefined ? [pattern] : [];
  });
}

/** The narrower of the two hosts that match: the VirtualService's and the server's. */
function domainOf({ manifest, spec }: VirtualService, hosts: readonly string[], host: string): string | undefined {
  const own = closestPattern(
    spec.hosts.map((one) => qualified(one, manifest.namespace)),
    host,
  );
  const served = closestPattern(hosts, host);
  return own === undefined || served === undefined ? undefined : own.length >= served.length ? own : served;
}

/** `namespace/name` */
export function nameOfGateway({ manifest }: Gateway): string {
  return `${manifest.namespace}/${manifest.name}`;
}

function visibleTo(routes: readonly VirtualService[], { namespace }: Client): VirtualService[] {
  return routes.filter(({ manifest, spec }) => isVisible(spec.exportTo, manifest.namespace, namespace));
}
