import type { Inventory } from '../inventory/inventory';
import { podPortOf } from '../inventory/pod-port';
import type { Gateway, Server } from '../views/gateway';
import { includesLabels } from '../views/selector';
import { portNumbered, type Service } from '../views/service';
import { configurationOf } from './configuration';
import type { Client } from './request';

/** A server of a Gateway, on the pods of a gateway. */
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
 * The servers that take what arrives at a port of a gateway's Service, or of its pods where no Service has the port.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/gateway.go resolvePorts
 */
export function serversAt(inventory: Inventory, client: Client, port: number): Entry[] {
  const services = inventory.servicesOf(client.workload);
  const listened = listenedPort(inventory, client, port);
  const all = gatewaysOf(inventory, client).flatMap((gateway) =>
    gateway.spec.servers.map((server, index): Entry => ({ gateway, server, path: ['spec', 'servers', index] })),
  );
  return withoutRivals(
    all.filter(({ server: { port: own } }) => podPortBehind(services, client, own?.number ?? 0) === listened),
  );
}

/** The ports at which a server is reached from outside: those of Services, and where none leads to it, its own. */
export function outsidePortsOf(inventory: Inventory, { workload }: Client, { port }: Server): number[] {
  const number = port?.number ?? 0;
  const ports = inventory.servicesOf(workload).flatMap((service) => service.ports);
  const leading = ports.some((one) => one.port === number)
    ? []
    : ports.filter((one) => podPortOf(one, workload) === number).flatMap((one) => one.port ?? []);
  return leading.length === 0 ? [number] : [...new Set(leading)];
}

/** The port of a gateway's pods that a port of its Service leads to, or the same where no Service has it. */
export function listenedPort(inventory: Inventory, client: Client, port: number): number {
  return podPortBehind(inventory.servicesOf(client.workload), client, port);
}

function podPortBehind(services: readonly Service[], { workload }: Client, port: number): number {
  const [first] = services.map((service) => portNumbered(service, port)).filter((one) => one !== undefined);
  return (first && podPortOf(first, workload)) ?? port;
}

/**
 * One port speaks TLS, HTTP, or plain TCP, as its oldest server says. Of servers with TLS, or that redirect to it, one that has
 * a host which an older one has at its port is left out as a whole.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/gateway.go mergeGateways, CheckDuplicates
 */
function withoutRivals(entries: readonly Entry[]): Entry[] {
  const spoken = new Map<string, Spoken>();
  const taken = new Set<string>();
  return entries.filter(({ server }) => {
    const { hosts, tls, bind = '' } = server;
    const isFirstAtPort = !spoken.has(bind);
    const language = spoken.get(bind) ?? spokenBy(server);
    spoken.set(bind, language);
    if (language !== spokenBy(server) || (language === 'tcp' && !isFirstAtPort)) {
      return false;
    }
    const keys = tls === undefined ? [] : hosts.map((host) => `${bind} ${host}`);
    const isFirst = keys.every((key) => !taken.has(key));
    keys.filter(() => isFirst).forEach((key) => taken.add(key));
    return isFirst;
  });
}

/** Whether of two servers the younger one may be left out because of the older one. */
export function areRivals(one: Server, other: Server): boolean {
  const shareHost =
    one.tls !== undefined && other.tls !== undefined && one.hosts.some((host) => other.hosts.includes(host));
  const shareLanguage = spokenBy(one) === spokenBy(other) && spokenBy(one) !== 'tcp';
  return (one.bind ?? '') === (other.bind ?? '') && (shareHost || !shareLanguage);
}

/** Without the namespaces that may bind to them. */
export function hostsOf({ hosts }: Server): string[] {
  return hosts.map((host) => host.slice(host.indexOf('/') + 1));
}

/** What clients have to speak at a server. */
export type Spoken = 'tls' | 'http' | 'tcp';

const httpProtocols: readonly string[] = ['HTTP', 'HTTP2', 'HTTP_PROXY', 'GRPC', 'GRPC-WEB'];

/** @see https://github.com/istio/istio/blob/release-1.30/pkg/config/gateway/gateway.go */
export function spokenBy({ port, tls }: Server): Spoken {
  const protocol = port?.protocol?.toUpperCase() ?? 'TCP';
  if (httpProtocols.includes(protocol)) {
    return 'http';
  }
  return tls !== undefined || ['HTTPS', 'TLS'].includes(protocol) ? 'tls' : 'tcp';
}

/** Whether a server leaves TLS to the destination. */
export function isPassthrough({ tls }: Server): boolean {
  return tls?.mode === 'PASSTHROUGH' || tls?.mode === 'AUTO_PASSTHROUGH';
}

/** Whether a server looks into requests: rules for HTTP are for such servers alone. */
export function looksIntoRequests(server: Server): boolean {
  return spokenBy(server) === 'http' || (server.port?.protocol?.toUpperCase() === 'HTTPS' && !isPassthrough(server));
}
