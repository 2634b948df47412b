import { indexBy } from '../../inventory/index-by';
import type { Check } from '../check';

/** Listeners without a host count too: they are for all hosts, both of them. */
export const repeatedListener: Check = {
  code: 'KIA1503',
  level: 'error',
  title: 'Every listener of a Gateway has a port, protocol and host of its own',
  reason: 'The API server refuses a Gateway with two listeners that nothing tells apart.',
  remedy: 'remove one of the listeners, or give it a host or a port of its own',
  link: 'https://gateway-api.sigs.k8s.io/reference/spec/#gatewayspec',
  *find({ kubernetesGateways }) {
    for (const { manifest, spec } of kubernetesGateways) {
      const listeners = spec.listeners.map(({ name = '', port, protocol, hostname = '' }, index) => {
        const isWhole = port !== undefined && protocol !== undefined;
        return { name, index, key: isWhole ? JSON.stringify([port, protocol, hostname.toLowerCase()]) : undefined };
      });
      for (const [first, ...others] of indexBy(listeners, ({ key }) => key).values()) {
        for (const { index } of others) {
          const message = `the listener has the port, protocol and host of listener ${first?.name ?? ''}`;
          yield { manifest, path: ['spec', 'listeners', index], message };
        }
      }
    }
  },
};
