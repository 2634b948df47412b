import type { WeightedDestination } from '../../../views/virtual-service';
import type { SchemaRule } from './rule';

/** No weight is negative, and some destination of several gets requests. */
export const weight: SchemaRule = function* find({ virtualServices }) {
  for (const { manifest, spec } of virtualServices) {
    for (const [protocol, rules] of Object.entries({ http: spec.http, tcp: spec.tcp, tls: spec.tls })) {
      for (const [index, { route }] of rules.entries()) {
        const path = ['spec', protocol, index, 'route'];
        if (route.length > 1 && sum(route) === 0) {
          const message = `the weights of the ${route.length} destinations sum to 0, so no destination is chosen`;
          yield { manifest, path, message, remedy: 'give the destinations weights that sum to 100' };
        }
        for (const [number, { weight = 0 }] of route.entries()) {
          if (weight < 0) {
            const message = `the weight ${weight} is negative`;
            yield { manifest, path: [...path, number, 'weight'], message, remedy: 'write 0 or more' };
          }
        }
      }
    }
  }
};

function sum(route: readonly WeightedDestination[]): number {
  return route.reduce((total, { weight = 0 }) => total + weight, 0);
}
