import { indexByAll } from '../../inventory/index-by';
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
  title: 'A host and a port of a gateway are opened once',
  reason: 'Of two servers with TLS for one host and port Istio drops one; without TLS routes of either may answer.',
  remedy: 'keep one of them, and let the routes of both name its Gateway',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0145/',
  *find(inventory) {
    const hosts = allServers(inventory).flatMap(hostsOf);
    const reported = new Set<ServedHost>();
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

function hostsOf(placed: PlacedServer): ServedHost[] {
  return placed.server.hosts.map((entry, index) => {
    const [host = '', owner = '*'] = entry.toLowerCase().split('/').reverse();
    return { ...placed, index, host, namespace: owner === '.' ? placed.gateway.manifest.namespace : owner };
  });
}

function keysOf(served: ServedHost): string[] {
  const { port, bind = '' } = served.server;
  const where = port?.number === undefined ? [] : proxiesOf(served);
  return where.map((proxy) => [proxy, port?.number, bind, served.host].join(' '));
}

function meet(one: string, other: string): boolean {
  return one === other || one === '*' || other === '*';
}
