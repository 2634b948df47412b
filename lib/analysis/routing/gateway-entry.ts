import { namesGateway } from '../inventory/gateway-name';
import { closestPattern, hostMatches, qualified } from '../inventory/hosts';
import type { Inventory } from '../inventory/inventory';
import { closestFirst, isVisible } from '../inventory/visibility';
import type { Gateway, Server } from '../views/gateway';
import { includesLabels } from '../views/selector';
import type { VirtualService } from '../views/virtual-service';
import { configurationOf } from './configuration';
import type { Failure } from './destination';
import type { Client, Request } from './request';

/** A server of a Gateway that takes a request. */
export interface Entry {
  readonly gateway: Gateway;
  readonly server: Server;
  readonly path: readonly (string | number)[];
}

/** The Gateways that configure a gateway's pods. */
export function gatewaysOf(
  inventory: Inventory,
  { labels, namespace }: Pick<Client, 'labels' | 'namespace'>,
): Gateway[] {
  return configurationOf(inventory).gateways.filter(
    ({ spec, podsNamespace = namespace }) =>
      podsNamespace === namespace && Object.keys(spec.selector).length > 0 && includesLabels(labels, spec.selector),
  );
}

/**
 * The servers that take a request, those of the closest host alone; or why none does.
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/#Server-hosts
 */
export function entriesOf(inventory: Inventory, client: Client, request: Request): Entry[] | Failure {
  const all = gatewaysOf(inventory, client).flatMap((gateway) =>
    gateway.spec.servers.map((server, index): Entry => ({ gateway, server, path: ['spec', 'servers', index] })),
  );
  const listening = withoutDuplicates(all).filter(({ server }) => server.port?.number === request.port);
  if (listening.length === 0) {
    return { status: 0, reason: `no Gateway listens at port ${request.port}: the connection is refused` };
  }
  const secure = listening.filter(({ server }) => isSecure(server) === (request.scheme === 'https'));
  if (secure.length === 0) {
    return { status: 0, reason: `port ${request.port} does not speak ${request.scheme}` };
  }
  const taking = secure.filter(({ server }) => hostsOf(server).some((host) => hostMatches(host, request.host)));
  if (taking.length === 0) {
    const status = request.scheme === 'https' ? 0 : 404;
    return { status, reason: `no Gateway takes the host ${request.host} at port ${request.port}` };
  }
  // Certificates are chosen by the closest host; without them all servers of a port share their hosts.
  const closest =
    closestPattern(
      taking.flatMap(({ server }) => hostsOf(server)),
      request.host,
    ) ?? '';
  return request.scheme === 'https' ? taking.filter(({ server }) => hostsOf(server).includes(closest)) : taking;
}

/**
 * A port speaks TLS or does not, as its oldest server says. Of servers with TLS, or that redirect to it, one that has a host
 * which an older one has at its port is left out as a whole.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/gateway.go mergeGateways, CheckDuplicates
 */
function withoutDuplicates(entries: readonly Entry[]): Entry[] {
  const spoken = new Map<string, boolean>();
  const taken = new Set<string>();
  return entries.filter(({ server }) => {
    const { hosts, tls } = server;
    const place = placeOf(server);
    const isTls = spoken.get(place) ?? isSecure(server);
    spoken.set(place, isTls);
    if (isTls !== isSecure(server)) {
      return false;
    }
    const keys = tls === undefined ? [] : hosts.map((host) => `${place} ${host}`);
    const isFirst = keys.every((key) => !taken.has(key));
    keys.filter(() => isFirst).forEach((key) => taken.add(key));
    return isFirst;
  });
}

/** Whether of two servers the younger one may be left out because of the older one. */
export function areRivals(one: Server, other: Server): boolean {
  const shareHost =
    one.tls !== undefined && other.tls !== undefined && one.hosts.some((host) => other.hosts.includes(host));
  return placeOf(one) === placeOf(other) && (shareHost || isSecure(one) !== isSecure(other));
}

function placeOf({ port, bind = '' }: Server): string {
  return `${port?.number ?? 0} ${bind}`;
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
  const visible = configurationOf(inventory)
    .routesFor(host)
    .filter(({ manifest, spec }) => isVisible(spec.exportTo, manifest.namespace, client.namespace));
  const routes = closestFirst(visible, client.namespace, ({ manifest: { namespace }, spec: { exportTo } }) => ({
    namespace,
    exportTo,
  }));
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

/** Without the namespaces that may bind to them. */
export function hostsOf({ hosts }: Server): string[] {
  return hosts.map((host) => host.slice(host.indexOf('/') + 1));
}

function nameOfGateway({ manifest }: Gateway): string {
  return `${manifest.namespace}/${manifest.name}`;
}

function isSecure({ port, tls }: Server): boolean {
  const protocol = port?.protocol?.toUpperCase();
  return protocol === 'HTTPS' || protocol === 'TLS' || (tls?.mode !== undefined && protocol !== 'HTTP');
}
