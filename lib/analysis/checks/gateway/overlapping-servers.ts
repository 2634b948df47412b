import type { Hit } from '../../finding';
import { indexByAll } from '../../inventory/index-by';
import type { Inventory } from '../../inventory/inventory';
import { spokenBy } from '../../routing/gateway-servers';
import type { Server } from '../../views/gateway';
import type { Check } from '../check';
import { mention } from '../mention';
import { allServers, type PlacedServer, proxiesOf } from './servers';

interface ServedHost extends PlacedServer {
  readonly index: number;
  readonly host: string;
  /** A namespace whose routes alone may have the host; `*` for all. */
  readonly namespace: string;
}

/** A wildcard beside a host that it covers is fine, because the closer name wins; Kiali finds a fault in it. */
export const overlappingServers: Check = {
  code: 'KIA0301',
  aliases: ['IST0145'],
  level: 'error',
  title: 'A host and a port of a gateway are opened once, and a port speaks one protocol',
  reason:
    'Of two servers with TLS for one host and port, and of two that speak HTTP and TLS at one port, Istio drops the younger one; without TLS routes of either may answer.',
  remedy: 'keep one of them, and let the routes of both name its Gateway',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0145/',
  *find(inventory) {
    const hosts = allServers(inventory).flatMap(hostsOf);
    const reported = new Set<ServedHost>();
    yield* speakers(inventory);
    for (const group of indexByAll(hosts, keysOf).values()) {
      for (const [number, served] of group.entries()) {
        const other = group.slice(0, number).find(({ namespace }) => meet(namespace, served.namespace));
        if (other !== undefined && !reported.has(served)) {
          reported.add(served);
          const { gateway, server, path, index } = served;
          const port = String(server.port?.number);
          const message = `${mention(other.gateway.manifest)} opens port ${port} for ${served.host} on the same pods`;
          yield { manifest: gateway.manifest, path: [...path, 'hosts', index], message };
        }
      }
    }
  },
};

/**
 * Servers that can't stand beside another one at their port: it is read as HTTP, as TLS, or handed on as it comes.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/gateway.go mergeGateways
 */
function* speakers(inventory: Inventory): Generator<Hit> {
  const reported = new Set<Server>();
  for (const group of indexByAll(allServers(inventory), portsOf).values()) {
    for (const [number, { gateway, server, path }] of group.entries()) {
      const other = group.slice(0, number).find((one) => spokenBy(one.server) !== spokenBy(server));
      if (other !== undefined && !reported.has(server)) {
        reported.add(server);
        const [said, before] = [server, other.server].map(({ port }) => port?.protocol ?? 'TCP');
        const where = mention(other.gateway.manifest, [...other.path, 'port']);
        const message = `port ${String(server.port?.number)} is ${said} here and ${before} in ${where}, on the same pods`;
        yield { manifest: gateway.manifest, path: [...path, 'port', 'protocol'], message };
      }
    }
  }
}

function portsOf(placed: PlacedServer): string[] {
  const { port, bind = '' } = placed.server;
  return port?.number === undefined ? [] : proxiesOf(placed).map((proxy) => [proxy, port.number, bind].join(' '));
}

function hostsOf(placed: PlacedServer): ServedHost[] {
  return placed.server.hosts.map((entry, index) => {
    const [host = '', owner = '*'] = entry.toLowerCase().split('/').reverse();
    return { ...placed, index, host, namespace: owner === '.' ? placed.gateway.manifest.namespace : owner };
  });
}

function keysOf(served: ServedHost): string[] {
  return portsOf(served).map((port) => `${port} ${served.host}`);
}

function meet(one: string, other: string): boolean {
  return one === other || one === '*' || other === '*';
}
