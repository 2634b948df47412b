import { qualified } from '../../inventory/hosts';
import type { Check } from '../check';
import { allShares } from '../../routing/destinations';

/** Destinations that differ by their port are different ones, which Kiali does not see. */
export const repeatedDestination: Check = {
  code: 'KIA1105',
  level: 'warning',
  title: 'A split names each destination once',
  reason: 'Two shares of one destination add up: the split is another than the one that is read.',
  remedy: 'name another subset, or make one destination of the two',
  link: 'https://kiali.io/docs/features/validations/#kia1105---this-host-subset-combination-is-already-referenced-in-another-route-destination',
  *find(inventory) {
    for (const { route, destinations, path } of allShares(inventory.virtualServices)) {
      const seen = new Map<string, number>();
      for (const [number, { destination }] of destinations.entries()) {
        if (destination?.host !== undefined) {
          const { host, subset = '', port } = destination;
          const key = [qualified(host, route.manifest.namespace), subset, port?.number ?? ''].join(' ');
          const first = seen.get(key);
          if (first !== undefined) {
            const what = subset === '' ? host : `subset ${subset} of ${host}`;
            const message = `${what} is destination ${first + 1} of this route already`;
            yield { manifest: route.manifest, path: [...path, number, 'destination'], message };
          }
          seen.set(key, first ?? number);
        }
      }
    }
  },
};
