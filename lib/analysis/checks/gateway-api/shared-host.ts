import { indexBy } from '../../inventory/index-by';
import type { KubernetesGateway, Listener } from '../../views/gateway-api';
import type { Check } from '../check';
import { mention } from '../mention';

/** Gateways of different classes are different products, as in a move from one to the other. */
export const sharedHost: Check = {
  code: 'KIA1501',
  level: 'warning',
  title: 'No two Gateways of a class listen for one host on one port',
  reason:
    'Each Gateway has an address of its own: which of the two gets a request is up to DNS, and their routes differ.',
  remedy: 'leave the host to one Gateway, and bind the routes of all namespaces to that one with `allowedRoutes`',
  link: 'https://github.com/kiali/kiali/blob/master/business/checkers/k8sgateways/multi_match_checker.go',
  *find({ kubernetesGateways }) {
    const listeners = kubernetesGateways.flatMap((gateway) =>
      gateway.spec.listeners.map((listener, index) => ({ gateway, listener, index, key: keyOf(gateway, listener) })),
    );
    const groups = indexBy(listeners, ({ key }) => key);
    for (const { gateway, listener, index, key } of listeners) {
      const other = groups.get(key ?? '')?.find((one) => one.gateway !== gateway);
      if (key !== undefined && other !== undefined) {
        const message = `${mention(other.gateway.manifest)} listens for host ${listener.hostname ?? ''} on port ${listener.port ?? ''} as well`;
        yield { manifest: gateway.manifest, path: ['spec', 'listeners', index, 'hostname'], message };
      }
    }
  },
};

/** A listener without a host says nothing about whom it is for. */
function keyOf({ spec }: KubernetesGateway, { hostname, port, protocol }: Listener): string | undefined {
  const isNamed = hostname !== undefined && hostname !== '';
  return isNamed ? JSON.stringify([spec.gatewayClassName, hostname.toLowerCase(), port, protocol]) : undefined;
}
