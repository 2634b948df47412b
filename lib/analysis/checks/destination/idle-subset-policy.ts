import { hostMatches, qualified } from '../../inventory/hosts';
import type { Check } from '../check';
import { mention } from '../mention';
import { routedSubsets } from './routed-subsets';

/** A subset without a policy may well wait for its first route; one with a policy is meant to have an effect. */
export const idleSubsetPolicy: Check = {
  code: 'LAB093',
  level: 'info',
  title: 'A policy of a subset has routes to the subset',
  reason:
    'Istio applies the policy of a subset to requests that a route sends to the subset by name, and to no others.',
  remedy: 'name the subset in a route, or write the policy for the whole host',
  link: 'https://istio.io/latest/docs/reference/config/networking/destination-rule/#Subset',
  *find(inventory) {
    const routed = [...routedSubsets(inventory)].map(([key, named]) => ({ key: key.split(' '), named }));
    for (const { manifest, spec } of inventory.destinationRules) {
      const own = qualified(spec.host ?? '', manifest.namespace);
      const toHost = routed.filter(({ key: [, host = ''] }) => hostMatches(own, host));
      for (const [index, { name, trafficPolicy }] of spec.subsets.entries()) {
        if (trafficPolicy !== undefined && !toHost.some(({ key: [subset] }) => subset === name)) {
          const [other] = toHost;
          const path = ['spec', 'subsets', index, 'trafficPolicy'];
          const who = other === undefined ? '' : `: ${mention(other.named.manifest, other.named.path)} names another`;
          const message = `no route names subset ${name ?? ''} of ${own}, so its policy holds for nobody${who}`;
          yield { manifest, path, message, ...(other === undefined ? {} : { level: 'warning' }) };
        }
      }
    }
  },
};
