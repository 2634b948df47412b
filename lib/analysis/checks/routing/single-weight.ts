import type { Check } from '../check';
import { allShares } from '../../routing/destinations';

export const singleWeight: Check = {
  code: 'KIA1104',
  level: 'warning',
  title: 'A destination alone has no share to give away',
  reason: 'A single destination gets every request whatever its weight: the rest of the split has been forgotten.',
  remedy: 'name the destination of the other requests, or remove the weight',
  link: 'https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRouteDestination-weight',
  *find(inventory) {
    for (const { route, destinations, path } of allShares(inventory.virtualServices)) {
      const [first] = destinations;
      const weight = first?.weight ?? 0;
      if (destinations.length === 1 && weight > 0 && weight < 100) {
        const message = `the only destination has weight ${weight}, and gets 100 % of the requests`;
        yield { manifest: route.manifest, path: [...path, 0, 'weight'], message };
      }
    }
  },
};
