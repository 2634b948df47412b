import { hostsOverlap, qualified } from '../../inventory/hosts';
import type { Inventory } from '../../inventory/inventory';
import type { Manifest } from '../../manifest/manifest';
import { kubernetesGateway } from '../../views/gateway-api';
import { isForMesh, type VirtualService } from '../../views/virtual-service';
import type { Check } from '../check';
import { mention } from '../mention';
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
      for (const { index, manifest: gateway, hosts } of useless) {
        const message = `${mention(gateway)} takes ${hosts.join(', ')}, none of the hosts ${spec.hosts.join(', ')}`;
        yield { manifest, path: ['spec', 'gateways', index], message };
      }
      const isComplete = known.length === spec.gateways.length && useless.length === 0 && !isForMesh(route);
      for (const [index, host] of isComplete ? spec.hosts.entries() : []) {
        if (!known.some((gateway) => takes(gateway, host, route))) {
          const message = `no gateway of this route takes the host ${host}: ${known.map(openingText).join(', ')}`;
          yield { manifest, path: ['spec', 'hosts', index], message };
        }
      }
    }
  },
};

/** A gateway that a route names, and the hosts that it takes. */
interface Opening {
  readonly index: number;
  readonly manifest: Manifest;
  readonly hosts: readonly string[];
}

/** One if the files show the gateway, of Istio's kind or of the Gateway API; else none. */
function openingsOf(inventory: Inventory, { index, namespace, name, gateway }: NamedGateway): Opening[] {
  const ofKubernetes = inventory.named(kubernetesGateway.group, kubernetesGateway.kind, namespace, name);
  if (gateway !== undefined) {
    return [{ index, manifest: gateway.manifest, hosts: gateway.spec.servers.flatMap((server) => server.hosts) }];
  }
  const listeners = ofKubernetes === undefined ? [] : kubernetesGateway.view(ofKubernetes).spec.listeners;
  const hosts = listeners.map(({ hostname = '*' }) => hostname);
  return ofKubernetes === undefined ? [] : [{ index, manifest: ofKubernetes, hosts }];
}

/** `Gateway shop/edge (edge.yaml:1) takes shop.example` */
function openingText({ manifest, hosts }: Opening): string {
  return `${mention(manifest)} takes ${hosts.join(' and ')}`;
}

/** Hosts of a server may be open to the routes of one namespace: `shop/shop.example`, `./*`. */
function takes(gateway: Opening, host: string, { manifest: { namespace } }: VirtualService): boolean {
  const wanted = [host, qualified(host, namespace)].map((name) => name.toLowerCase());
  return gateway.hosts.some((entry) => {
    const [pattern = '', owner = '*'] = entry.toLowerCase().split('/').reverse();
    const isOpen = owner === '*' || owner === namespace || (owner === '.' && gateway.manifest.namespace === namespace);
    return isOpen && wanted.some((name) => hostsOverlap(pattern, name));
  });
}
