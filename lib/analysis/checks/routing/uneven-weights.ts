import type { Check } from '../check';
import { allShares } from '../../routing/destinations';

/** Negative weights, and nothing but zeros, are refused by the API server: the schema's matter. */
export const unevenWeights: Check = {
  code: 'LAB010',
  level: 'warning',
  title: 'The weights of a split add up to 100',
  reason: 'Istio takes weights for proportions. A sum other than 100 gives shares other than those that are read.',
  remedy: 'write percentages that add up to 100',
  link: 'https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRouteDestination-weight',
  *find(inventory) {
    for (const { route, destinations, path } of allShares(inventory.virtualServices)) {
      const weights = destinations.map(({ weight = 0 }) => weight);
      const sum = weights.reduce((total, weight) => total + weight, 0);
      if (weights.length > 1 && sum > 0 && sum !== 100 && weights.every((weight) => weight >= 0)) {
        const shares = weights.map((weight) => `${weight} is ${Math.round((weight / sum) * 1000) / 10} %`).join(', ');
        const message = `the weights add up to ${sum}: ${shares} of the requests`;
        yield { manifest: route.manifest, path, message };
      }
    }
  },
};
