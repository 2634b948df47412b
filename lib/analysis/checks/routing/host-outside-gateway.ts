import { hostsOverlap, qualified } from '../../inventory/hosts';
import type { Gateway } from '../../views/gateway';
import { isForMesh, type VirtualService } from '../../views/virtual-service';
import type { Check } from '../check';
import { gatewaysOf } from './gateway-name';

/** Istio's own analysis is content with one host that the gateway takes; every host needs a gateway. */
export const hostOutsideGateway: Check = {
  code: 'IST0132',
  level: 'warning',
  title: 'Every host of a VirtualService is one that its gateways take requests for',
  reason: 'A gateway knows the hosts of its servers alone: requests for another get 404.',
  remedy: 'add the host to a server of the Gateway, and mind the namespace before its slash',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0132/',
  *find(inventory) {
    for (const route of inventory.virtualServices) {
      const { manifest, spec } = route;
      const named = gatewaysOf(inventory, route);
      const known = named.map(({ index, gateway }) => ({ index, gateway })).filter(hasGateway);
      const useless = known.filter(({ gateway }) => !spec.hosts.some((host) => takes(gateway, host, route)));
      for (const { index, gateway } of useless) {
        const message = `Gateway ${gateway.manifest.name} takes none of the hosts ${spec.hosts.join(', ')}`;
        yield { manifest, path: ['spec', 'gateways', index], message };
      }
      const isComplete = known.length === spec.gateways.length && useless.length === 0 && !isForMesh(route);
      for (const [index, host] of isComplete ? spec.hosts.entries() : []) {
        if (!known.some(({ gateway }) => takes(gateway, host, route))) {
          yield {
            manifest,
            path: ['spec', 'hosts', index],
            message: `no gateway of this route takes the host ${host}`,
          };
        }
      }
    }
  },
};

function hasGateway(one: { index: number; gateway: Gateway | undefined }): one is { index: number; gateway: Gateway } {
  return one.gateway !== undefined;
}

/** Hosts of a server may be open to the routes of one namespace: `shop/shop.example`, `./*`. */
function takes({ manifest, spec }: Gateway, host: string, { manifest: { namespace } }: VirtualService): boolean {
  const wanted = [host, qualified(host, namespace)].map((name) => name.toLowerCase());
  return spec.servers
    .flatMap(({ hosts }) => hosts)
    .some((entry) => {
      const [pattern = '', owner = '*'] = entry.toLowerCase().split('/').reverse();
      const isOpen = owner === '*' || owner === namespace || (owner === '.' && manifest.namespace === namespace);
      return isOpen && wanted.some((name) => hostsOverlap(pattern, name));
    });
}
