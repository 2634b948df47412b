import { indexBy } from '../../inventory/index-by';
import type { Check } from '../check';
import { mention } from '../mention';
import { exclude, type HostClaim, hostClaims } from './host-claims';

/**
 * Kiali finds a fault wherever two VirtualServices have a host of one gateway in common, which is how
 * teams share a host; here they may, as long as they do not want the same requests.
 */
export const sharedHost: Check = {
  code: 'KIA1106',
  aliases: ['IST0109'],
  level: 'error',
  title: 'No two VirtualServices want the same requests',
  reason:
    'Istio uses the older one, and which that is no file says: the rules of the other are dropped without a word.',
  remedy: 'put the rules into one VirtualService, or give each its own hosts, gateways or exportTo',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0109/',
  *find(inventory) {
    const claims = inventory.virtualServices.flatMap((route) => hostClaims(inventory, route));
    const reported = new Map<HostClaim['route'], Set<number>>();
    for (const group of indexBy(claims, ({ key }) => key).values()) {
      for (const [number, claim] of group.entries()) {
        const { route, index, place } = claim;
        const hosts = reported.get(route) ?? new Set();
        const other = hosts.has(index) ? undefined : group.slice(0, number).find((earlier) => exclude(earlier, claim));
        if (other !== undefined) {
          reported.set(route, hosts.add(index));
          const host = route.spec.hosts[index] ?? '';
          const message = `${mention(other.route.manifest)} wants the same requests for ${host} in ${place}`;
          yield { manifest: route.manifest, path: ['spec', 'hosts', index], message };
        }
      }
    }
  },
};
