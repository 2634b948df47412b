import type { Check } from '../check';
import { isInternal } from './gateway-name';

export const internalGateway: Check = {
  code: 'IST0165',
  level: 'warning',
  title: 'No VirtualService names a gateway that Istio makes for itself',
  reason:
    'What Istio makes out of a Gateway of the Gateway API is its own matter; names and contents change at any time.',
  remedy: 'bind an HTTPRoute to the Gateway of the Gateway API, or name a Gateway of networking.istio.io',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0165/',
  *find({ virtualServices }) {
    for (const { manifest, spec } of virtualServices) {
      for (const [index, reference] of spec.gateways.entries()) {
        if (isInternal(reference)) {
          const message = `${reference} is made by Istio out of a Gateway of the Gateway API`;
          yield { manifest, path: ['spec', 'gateways', index], message };
        }
      }
    }
  },
};
