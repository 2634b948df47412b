import { indexByAll } from '../../inventory/index-by';
import type { Server } from '../../views/gateway';
import type { Check } from '../check';
import { mention } from '../mention';
import { allServers, proxiesOf } from './servers';

/** Browsers reuse connections to one port alone, which Istio's own analysis does not look at. */
export const sharedCertificate: Check = {
  code: 'IST0138',
  level: 'warning',
  title: 'No two Gateways of one port have the same certificate',
  reason:
    'A browser reuses a connection for every host of its certificate. The server it belongs to has no routes for the host of the other Gateway: 404.',
  remedy:
    'put the hosts of the certificate into one server of one Gateway, or give each Gateway a certificate of its own',
  link: 'https://istio.io/latest/docs/ops/common-problems/network-issues/#404-errors-occur-when-multiple-gateways-configured-with-same-tls-certificate',
  *find(inventory) {
    const servers = allServers(inventory);
    const reported = new Set<Server>();
    const groups = indexByAll(servers, (placed) => {
      const certificate = certificateOf(placed.server);
      const { port, bind = '' } = placed.server;
      return certificate === undefined
        ? []
        : proxiesOf(placed).map((proxy) => [proxy, port?.number, bind, certificate].join(' '));
    });
    for (const [first, ...others] of groups.values()) {
      for (const { gateway, server, path } of others) {
        if (first !== undefined && first.gateway !== gateway && !reported.has(server)) {
          reported.add(server);
          const message = `${mention(first.gateway.manifest)} has the same certificate on the same port and pods`;
          yield { manifest: gateway.manifest, path: [...path, 'tls'], message };
        }
      }
    }
  },
};

function certificateOf({ tls }: Server): string | undefined {
  const { mode = '', credentialName, serverCertificate, privateKey = '' } = tls ?? {};
  const file = serverCertificate === undefined ? undefined : `${serverCertificate} ${privateKey}`;
  return ['SIMPLE', 'MUTUAL', 'OPTIONAL_MUTUAL'].includes(mode) ? (credentialName ?? file) : undefined;
}
