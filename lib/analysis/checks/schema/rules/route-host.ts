import { hostMatches } from '../../../inventory/hosts';
import { isHost } from './name';
import type { SchemaRule } from './rule';

/** Hosts of a VirtualService are hosts, none is another's, and the mesh has no catch-all. */
export const routeHost: SchemaRule = function* find({ virtualServices }) {
  for (const { manifest, spec } of virtualServices) {
    const { hosts, gateways, tcp, tls } = spec;
    const isOfMesh = gateways.length === 0 || gateways.includes('mesh');
    const seen: string[] = [];
    for (const [index, host] of hosts.entries()) {
      const other = seen.find((one) => hostMatches(one, host) || hostMatches(host, one));
      const message = isOfMesh && host === '*' ? '`*` is every host of the mesh, which no VirtualService may take' : '';
      const fault = isHost(host) || isAddress(host) ? message : `${JSON.stringify(host)} is no host`;
      seen.push(host);
      if (fault !== '' || other !== undefined) {
        const twice = `${JSON.stringify(host)} and ${JSON.stringify(other)} have hosts in common`;
        const remedy = other === undefined ? 'write the names that callers use' : 'keep one of the two';
        yield { manifest, path: ['spec', 'hosts', index], message: fault === '' ? twice : fault, remedy };
      }
    }
    if (hosts.length === 0 && gateways.length + tcp.length + tls.length > 0) {
      const message = 'without hosts it is a delegate, which has neither gateways nor tcp nor tls';
      yield { manifest, path: ['spec'], message, remedy: 'write hosts, or leave those fields out' };
    }
  }
};

function isAddress(host: string): boolean {
  return /^(\d{1,3}(\.\d{1,3}){3}|[\da-f]*:[\da-f:.]*)$/i.test(host);
}
