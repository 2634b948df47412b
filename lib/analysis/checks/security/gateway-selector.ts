import { indexBy } from '../../inventory/index-by';
import { nameOf } from '../../inventory/manifest';
import { isTargeted } from '../../security/reach';
import { includesLabels } from '../../views/selector';
import type { Check } from '../check';

const gatewayName = 'gateway.networking.k8s.io/gateway-name';

/** Waypoints never obey a selector; other gateways do unless istiod is told otherwise. */
export const gatewaySelector: Check = {
  code: 'IST0166',
  level: 'warning',
  title: 'A policy for a Gateway of the Gateway API names it in targetRefs',
  reason: 'Waypoints ignore selectors, and other gateways of that API obey them by a switch of istiod alone.',
  remedy: 'replace the selector by targetRefs: [{ group: gateway.networking.k8s.io, kind: Gateway, name: ... }]',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0166/',
  *find(inventory) {
    const gateways = indexBy(inventory.kubernetesGateways, ({ manifest }) => manifest.namespace);
    const policies = [
      ...inventory.authorizationPolicies,
      ...inventory.requestAuthentications,
      ...inventory.telemetries,
    ].filter((policy) => !isTargeted(policy));
    for (const { manifest, spec } of policies) {
      const labels = spec.selector?.matchLabels ?? {};
      const selected = gateways
        .get(manifest.namespace)
        ?.find((one) => includesLabels({ ...one.manifest.labels, [gatewayName]: one.manifest.name }, labels));
      if (selected !== undefined && Object.keys(labels).length > 0) {
        const isWaypoint = selected.spec.gatewayClassName === 'istio-waypoint';
        const effect = isWaypoint ? 'which is a waypoint and ignores it' : 'which obeys it only by default';
        yield { manifest, path: ['spec', 'selector'], message: `it selects ${nameOf(selected.manifest)}, ${effect}` };
      }
    }
  },
};
