import type { Hit } from '../../finding';
import { hostsOverlap, qualified } from '../../inventory/hosts';
import { indexByAll } from '../../inventory/index-by';
import type { Inventory } from '../../inventory/inventory';
import type { FieldPath } from '../../manifest/manifest';
import { hostsOf, isPassthrough, looksIntoRequests } from '../../routing/gateway-servers';
import type { Gateway, Server } from '../../views/gateway';
import type { VirtualService } from '../../views/virtual-service';
import { mention } from '../mention';
import { gatewaysOf } from './gateway-name';

type Protocol = 'http' | 'tls' | 'tcp';

/** A server, and the one kind of rules that it reads. */
interface Reader {
  readonly gateway: Gateway;
  readonly server: Server;
  readonly path: FieldPath;
  readonly reads: Protocol;
}

/**
 * Rules at servers of gateways that read others alone. As long as what a route has is read somewhere, a server may stand there for
 * others, or for nothing; but one that passes TLS through for the very host has no answer.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/gateway.go createGatewayTCPFilterChainOpts
 */
export function* unreadRules(inventory: Inventory): Generator<Hit> {
  const routesAt = indexByAll(inventory.virtualServices, (route) => gatewaysNamed(inventory, route));
  for (const route of inventory.virtualServices) {
    const readers = readersOf(inventory, route);
    const isReadSomewhere = readers.some(({ reads }) => route.spec[reads].length > 0);
    const written = protocols.find((protocol) => route.spec[protocol].length > 0);
    const deaf = readers.find(
      (reader) =>
        (!isReadSomewhere || isMeantFor(route, reader)) &&
        ![route, ...(routesAt.get(reader.gateway) ?? [])].some(
          (other) => other.spec[reader.reads].length > 0 && takesHostOf(other, reader),
        ),
    );
    if (deaf !== undefined && written !== undefined) {
      const { gateway, server, path, reads } = deaf;
      const where = `port ${String(server.port?.number)} of ${mention(gateway.manifest, path)}`;
      const mode = isPassthrough(server) ? ', because it passes TLS through' : '';
      const message = `${where} reads rules of ${reads} alone${mode}, and there are none for ${hostsOf(server).join(', ')}`;
      const remedy = remedies[reads];
      yield { manifest: route.manifest, path: ['spec', written], message, remedy };
    }
  }
}

const protocols = ['http', 'tls', 'tcp'] as const;

const remedies: Readonly<Record<Protocol, string>> = {
  http: 'write `http` rules, or let the server pass TLS through (`tls: { mode: PASSTHROUGH }`)',
  tls: 'write `tls` rules with a match of `sniHosts`, or let the gateway end TLS (`tls: { mode: SIMPLE }`)',
  tcp: 'write `tcp` rules, or declare that the server speaks HTTP',
};

/** The servers that take hosts of a route; without those that redirect everything, or pick the destination by themselves. */
function readersOf(inventory: Inventory, route: VirtualService): Reader[] {
  return gatewaysNamed(inventory, route).flatMap((gateway) =>
    gateway.spec.servers
      .map((server, index) => ({ gateway, server, path: ['spec', 'servers', index], reads: readBy(server) }))
      .filter(({ server }) => server.tls?.httpsRedirect !== true && server.tls?.mode !== 'AUTO_PASSTHROUGH')
      .filter((reader) => takesHostOf(route, reader)),
  );
}

function gatewaysNamed(inventory: Inventory, route: VirtualService): Gateway[] {
  return gatewaysOf(inventory, route).flatMap(({ gateway }) => gateway ?? []);
}

function readBy(server: Server): Protocol {
  if (looksIntoRequests(server)) {
    return 'http';
  }
  return isPassthrough(server) ? 'tls' : 'tcp';
}

/** Whether a server that passes TLS through is there for the hosts of a route, and not for whatever comes. */
function isMeantFor(route: VirtualService, { server, reads }: Reader): boolean {
  return reads === 'tls' && hostsOf(server).some((host) => host !== '*' && route.spec.hosts.includes(host));
}

function takesHostOf({ manifest, spec }: VirtualService, { server }: Reader): boolean {
  const hosts = spec.hosts.map((host) => qualified(host, manifest.namespace));
  return hostsOf(server).some((served) => hosts.some((host) => hostsOverlap(served, host)));
}
