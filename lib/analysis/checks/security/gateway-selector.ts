import { indexBy } from '../../inventory/index-by';
import type { Inventory } from '../../inventory/inventory';
import type { Labels, Manifest } from '../../manifest/manifest';
import { isTargeted } from '../../authorization/attachment';
import { includesLabels } from '../../views/selector';
import { wasmPlugin } from '../../views/wasm-plugin';
import type { Check } from '../check';
import { mention } from '../mention';

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
    const gateways = gatewayPods(inventory);
    const policies = [
      ...inventory.authorizationPolicies,
      ...inventory.requestAuthentications,
      ...inventory.telemetries,
      ...inventory.views(wasmPlugin),
    ].filter((policy) => !isTargeted(policy));
    for (const { manifest, spec } of policies) {
      const labels = spec.selector?.matchLabels ?? {};
      const selected = gateways.get(manifest.namespace)?.find((pods) => includesLabels(pods.labels, labels));
      if (selected !== undefined && Object.keys(labels).length > 0) {
        const effect = selected.isWaypoint ? 'which is a waypoint and ignores it' : 'which obeys it only by default';
        yield { manifest, path: ['spec', 'selector'], message: `it selects ${mention(selected.manifest)}, ${effect}` };
      }
    }
  },
};

interface GatewayPods {
  readonly manifest: Manifest;
  readonly namespace: string;
  readonly labels: Labels;
  readonly isWaypoint: boolean;
}

/** The pods of gateways of the Gateway API: those that Istio will make, and those that are written down. */
function gatewayPods({ kubernetesGateways, workloads }: Inventory): ReadonlyMap<string, readonly GatewayPods[]> {
  const made = kubernetesGateways.map(({ manifest, spec }): GatewayPods => ({
    manifest,
    namespace: manifest.namespace,
    labels: { ...manifest.labels, [gatewayName]: manifest.name },
    isWaypoint: spec.gatewayClassName === 'istio-waypoint',
  }));
  const written = workloads
    .filter(({ labels }) => gatewayName in labels)
    .map(({ manifest, namespace, labels }): GatewayPods => ({
      manifest,
      namespace,
      labels,
      isWaypoint: labels['gateway.networking.k8s.io/gateway-class-name'] === 'istio-waypoint',
    }));
  return indexBy([...made, ...written], ({ namespace }) => namespace);
}
