import type { Inventory } from '../../inventory/inventory';
import { registeredBehind } from '../../inventory/registered';
import type { Service } from '../../views/service';
import type { Check } from '../check';

/**
 * Pods may come from somewhere else than the files: from an operator, whose object is of a kind that
 * Kubernetes does not have. In such a namespace, and where no workload has any of the labels' keys,
 * nothing is said.
 */
export const selectedPods: Check = {
  code: 'LAB030',
  level: 'error',
  title: 'Every Service that selects pods finds some',
  reason: 'A Service without endpoints answers every request with 503, or refuses the connection.',
  remedy: 'write labels that the pods of a workload have',
  link: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-in-kubernetes',
  *find(inventory) {
    const foreign = namespacesOfOperators(inventory);
    for (const service of inventory.services) {
      const { manifest, namespace, selector, type } = service;
      const isExpected = type !== 'ExternalName' && !foreign.has(namespace) && hasKeys(inventory, service);
      if (
        isExpected &&
        inventory.workloadsBehind(service).length === 0 &&
        registeredBehind(inventory, service).length === 0
      ) {
        const labels = Object.entries(selector).map(([key, value]) => `${key}=${value}`);
        const message = `no workload in namespace ${namespace} has the labels ${labels.join(', ')}`;
        yield { manifest, path: ['spec', 'selector'], message };
      }
    }
  },
};

/** Groups of Kubernetes itself, of the Gateway API and of Istio. */
function isWellKnown(group: string): boolean {
  return !group.includes('.') || /\.(k8s|istio)\.io$/.test(group);
}

function namespacesOfOperators({ manifests }: Inventory): ReadonlySet<string> {
  return new Set(manifests.filter(({ group }) => !isWellKnown(group)).map(({ namespace }) => namespace));
}

function hasKeys(inventory: Inventory, { namespace, selector }: Service): boolean {
  const keys = Object.keys(selector);
  return keys.length > 0 && keys.every((key) => inventory.pods.hasKey(namespace, key));
}
