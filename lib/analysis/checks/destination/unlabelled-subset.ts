import { qualified } from '../../inventory/hosts';
import type { Inventory } from '../../inventory/inventory';
import type { DestinationRule } from '../../views/destination-rule';
import type { Check } from '../check';

/**
 * A subset without labels is a way to name a policy: for hosts outside the mesh, for the pods of a
 * gateway, or with a policy of its own. Kiali finds a fault in those too.
 */
export const unlabelledSubset: Check = {
  code: 'KIA0209',
  level: 'warning',
  title: 'A subset that stands for a release has labels',
  reason: 'A subset without labels is all pods of the host, the other releases’ among them.',
  remedy: 'add the labels that tell the pods of the release from the others',
  link: 'https://istio.io/latest/docs/reference/config/networking/destination-rule/#Subset-labels',
  *find(inventory) {
    for (const rule of inventory.destinationRules) {
      const { manifest, spec } = rule;
      const isSplit = spec.subsets.some(({ labels }) => Object.keys(labels).length > 0);
      for (const [index, { name = '', labels, trafficPolicy }] of spec.subsets.entries()) {
        const isPolicy = !isSplit && (trafficPolicy !== undefined || !isForApplication(inventory, rule));
        if (Object.keys(labels).length === 0 && !isPolicy) {
          yield {
            manifest,
            path: ['spec', 'subsets', index],
            message: `subset ${name} has no labels, so it is all pods`,
          };
        }
      }
    }
  },
};

/** Whether a rule is for pods of the mesh other than a gateway's. */
function isForApplication(inventory: Inventory, { manifest, spec }: DestinationRule): boolean {
  const service = inventory.serviceOf(qualified(spec.host ?? '', manifest.namespace));
  const pods = service === undefined ? [] : inventory.workloadsBehind(service);
  return service !== undefined && !pods.some(({ labels }) => labels['istio']?.endsWith('gateway'));
}
