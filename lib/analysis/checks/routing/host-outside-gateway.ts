import { hostsOverlap, qualified } from '../../inventory/hosts';
import type { Inventory } from '../../inventory/inventory';
import { kubernetesGateway } from '../../views/gateway-api';
import { isForMesh, type VirtualService } from '../../views/virtual-service';
import type { Check } from '../check';
import { gatewaysOf, type NamedGateway } from './gateway-name';

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
      const known = gatewaysOf(inventory, route).flatMap((named) => openingsOf(inventory, named));
      const useless = known.filter((gateway) => !spec.hosts.some((host) => takes(gateway, host, route)));
      for (const { index, name } of useless) {
        const message = `Gateway ${name} takes none of the hosts ${spec.hosts.join(', ')}`;
        yield { manifest, path: ['spec', 'gateways', index], message };
      }
      const isComplete = known.length === spec.gateways.length && useless.length === 0 && !isForMesh(route);
      for (const [index, host] of isComplete ? spec.hosts.entries() : []) {
        if (!known.some((gateway) => takes(gateway, host, route))) {
          const message = `no gateway of this route takes the host ${host}`;
          yield { manifest, path: ['spec', 'hosts', index], message };
        }
      }
    }
  },
};

/** A gateway that a route names, and the hosts that it takes. */
interface Opening {
  readonly index: number;
  readonly namespace: string;
  readonly name: string;
  readonly hosts: readonly string[];
}

/** One if the files show the gateway, of Istio's kind or of the Gateway API; else none. */
function openingsOf(inventory: Inventory, { index, namespace, name, gateway }: NamedGateway): Opening[] {
  const ofKubernetes = inventory.named(kubernetesGateway.group, kubernetesGateway.kind, namespace, name);
  const hosts =
    gateway?.spec.servers.flatMap((server) => server.hosts) ??
    (ofKubernetes && kubernetesGateway.view(ofKubernetes).spec.listeners.map(({ hostname = '*' }) => hostname));
  return hosts === undefined ? [] : [{ index, namespace, name, hosts }];
}

/** Hosts of a server may be open to the routes of one namespace: `shop/shop.example`, `./*`. */
function takes(gateway: Opening, host: string, { manifest: { namespace } }: VirtualService): boolean {
  const wanted = [host, qualified(host, namespace)].map((name) => name.toLowerCase());
  return gateway.hosts.some((entry) => {
    const [pattern = '', owner = '*'] = entry.toLowerCase().split('/').reverse();
    const isOpen = owner === '*' || owner === namespace || (owner === '.' && gateway.namespace === namespace);
    return isOpen && wanted.some((name) => hostsOverlap(pattern, name));
  });
}
