import { namesGateway } from '../inventory/gateway-name';
import { closestPattern, hostMatches, qualified } from '../inventory/hosts';
import type { Inventory } from '../inventory/inventory';
import { isVisible } from '../inventory/visibility';
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
  const listening = all.filter(({ server }) => server.port?.number === request.port);
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

/** The VirtualServices that have the closest host of a request, in the order of the files: their rules are merged. */
export function routesAt(
  inventory: Inventory,
  client: Client,
  { host }: Request,
  entries: readonly Entry[],
): BoundRoute[] {
  const bound = configurationOf(inventory)
    .routesFor(host)
    .flatMap((route): BoundRoute[] => {
      const entry = entries.find(
        (one) => isBound(route, one) && isVisible(route.spec.exportTo, route.manifest.namespace, client.namespace),
      );
      const domain = entry === undefined ? undefined : domainOf(route, entry, host);
      return entry === undefined || domain === undefined
        ? []
        : [{ route, domain, gateway: nameOfGateway(entry.gateway) }];
    });
  const closest = closestPattern(
    bound.map(({ domain }) => domain),
    host,
  );
  return bound.filter(({ domain }) => domain === closest);
}

/** A VirtualService at a Gateway, and the pattern of hosts that both have. */
export interface BoundRoute {
  readonly route: VirtualService;
  readonly domain: string;
  /** `namespace/name` */
  readonly gateway: string;
}

function isBound({ manifest, spec }: VirtualService, { gateway, server }: Entry): boolean {
  const name = nameOfGateway(gateway);
  const scopes = server.hosts.map((host) => (host.includes('/') ? (host.split('/')[0] ?? '*') : '*'));
  const isAdmitted = scopes.some(
    (scope) =>
      scope === '*' ||
      scope === manifest.namespace ||
      (scope === '.' && gateway.manifest.namespace === manifest.namespace),
  );
  return isAdmitted && spec.gateways.some((one) => namesGateway(one, manifest.namespace, name));
}

/** The narrower of the two hosts that match: the VirtualService's and the server's. */
function domainOf({ manifest, spec }: VirtualService, { server }: Entry, host: string): string | undefined {
  const own = closestPattern(
    spec.hosts.map((one) => qualified(one, manifest.namespace)),
    host,
  );
  const served = closestPattern(hostsOf(server), host);
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
