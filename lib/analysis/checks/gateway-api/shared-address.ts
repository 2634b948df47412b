import { indexBy } from '../../inventory/index-by';
import type { Check } from '../check';
import { mention } from '../mention';

/** Several Gateways on the proxies of one Service, whose name is then their address, are merged by Istio. */
export const sharedAddress: Check = {
  code: 'KIA1502',
  level: 'warning',
  title: 'No two Gateways ask for one address',
  reason: 'Each Gateway gets a load balancer of its own, and only one of them gets the address.',
  remedy: 'give each Gateway an address of its own, or put the listeners into one Gateway',
  link: 'https://github.com/kiali/kiali/blob/master/business/checkers/k8sgateways/multi_match_checker.go',
  *find({ kubernetesGateways }) {
    const addresses = kubernetesGateways.flatMap((gateway) =>
      gateway.spec.addresses.flatMap(({ type = 'IPAddress', value = '' }, index) =>
        type === 'Hostname' || value === '' ? [] : [{ gateway, index, value, key: `${type} ${value}` }],
      ),
    );
    const groups = indexBy(addresses, ({ key }) => key);
    for (const { gateway, index, value, key } of addresses) {
      const other = groups.get(key)?.find((one) => one.gateway !== gateway);
      if (other !== undefined) {
        const message = `${mention(other.gateway.manifest)} asks for the address ${value} as well`;
        yield { manifest: gateway.manifest, path: ['spec', 'addresses', index, 'value'], message };
      }
    }
  },
};
