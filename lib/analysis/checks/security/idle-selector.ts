import type { Inventory } from '../../inventory/inventory';
import type { FieldPath, Labels, Manifest } from '../../manifest/manifest';
import { includesLabels } from '../../views/selector';
import type { Check } from '../check';

/**
 * Also looks at VMs and at the pods that Istio makes for gateways, which Kiali leaves out, and knows
 * which kinds reach out of the root namespace.
 */
export const idleSelector: Check = {
  code: 'KIA0004',
  aliases: ['IST0127', 'IST0101'],
  level: 'warning',
  title: 'Every selector of an Istio object finds pods',
  reason: 'What selects nothing does nothing: no protection, no scope, no telemetry.',
  remedy: 'write labels that the pods have: those of the pod template, not those of the Deployment or the Service',
  link: 'https://istio.io/latest/docs/reference/config/type/workload-selector/',
  *find(inventory) {
    const others = otherPods(inventory);
    for (const { manifest, labels, path, isFarReaching } of selectors(inventory)) {
      const isEverywhere = isFarReaching && manifest.namespace === inventory.mesh.rootNamespace;
      const namespace = isEverywhere ? undefined : manifest.namespace;
      if (
        Object.keys(labels).length > 0 &&
        inventory.pods.selected(labels, namespace).length === 0 &&
        !others.some((pods) => isAmong(pods, labels, namespace))
      ) {
        const wanted = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
        const where = namespace === undefined ? 'any namespace' : `namespace ${namespace}`;
        yield { manifest, path, message: `no pods of ${where} have the labels ${wanted.join(', ')}` };
      }
    }
  },
};

interface Selector {
  readonly manifest: Manifest;
  readonly labels: Labels;
  readonly path: FieldPath;
  /** Whether it finds pods of all namespaces if it lives in the root namespace. */
  readonly isFarReaching: boolean;
}

function* selectors(inventory: Inventory): Generator<Selector> {
  const path = ['spec', 'selector', 'matchLabels'];
  for (const { manifest, spec } of [...inventory.authorizationPolicies, ...inventory.requestAuthentications]) {
    yield { manifest, labels: spec.selector?.matchLabels ?? {}, path, isFarReaching: true };
  }
  for (const { manifest, spec } of [...inventory.peerAuthentications, ...inventory.telemetries]) {
    yield { manifest, labels: spec.selector?.matchLabels ?? {}, path, isFarReaching: false };
  }
  for (const { manifest, spec } of inventory.destinationRules) {
    const labels = spec.workloadSelector?.matchLabels ?? {};
    yield { manifest, labels, path: ['spec', 'workloadSelector', 'matchLabels'], isFarReaching: false };
  }
  const older = ['spec', 'workloadSelector', 'labels'];
  for (const { manifest, spec } of inventory.envoyFilters) {
    yield { manifest, labels: spec.workloadSelector?.labels ?? {}, path: older, isFarReaching: true };
  }
  for (const { manifest, spec } of inventory.sidecars) {
    yield { manifest, labels: spec.workloadSelector?.labels ?? {}, path: older, isFarReaching: false };
  }
}

interface OtherPods {
  readonly namespace: string;
  readonly labels: Labels;
}

/** @param namespace any if left out */
function isAmong(pods: OtherPods, labels: Labels, namespace: string | undefined): boolean {
  return (namespace ?? pods.namespace) === pods.namespace && includesLabels(pods.labels, labels);
}

/** Proxies that no workload of the files makes. */
function otherPods(inventory: Inventory): OtherPods[] {
  const machines = inventory.workloadEntries.map(({ manifest, spec }) => [manifest, spec.labels] as const);
  const groups = inventory.workloadGroups.map(
    ({ manifest, spec }) => [manifest, { ...spec.template?.labels, ...spec.metadata?.labels }] as const,
  );
  const gateways = inventory.kubernetesGateways.map(
    ({ manifest }) =>
      [manifest, { ...manifest.labels, 'gateway.networking.k8s.io/gateway-name': manifest.name }] as const,
  );
  return [...machines, ...groups, ...gateways].map(([{ namespace }, labels]) => ({ namespace, labels }));
}
