import { isAmbient, isAmbientNamespace } from '../../inventory/ambient';
import { isInjecting } from '../../inventory/injection';
import type { Inventory } from '../../inventory/inventory';
import type { Check } from '../check';
import { isSelective, selectorOf } from '../../views/sidecar';

export const ambientScope: Check = {
  code: 'IST0167',
  level: 'warning',
  title: 'A Sidecar scopes pods that have a sidecar',
  reason: 'Pods in ambient mode have no proxy of their own that could obey it.',
  remedy: 'remove the Sidecar; scope what the pods may call with policies at the callees or a waypoint for egress',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0167/',
  *find(inventory) {
    for (const sidecar of inventory.sidecars) {
      const { manifest } = sidecar;
      const workloads = inventory.pods.selected(selectorOf(sidecar), manifest.namespace);
      const isIdle =
        workloads.length > 0
          ? workloads.every((workload) => isAmbient(inventory, workload))
          : !isSelective(sidecar) && isOnlyAmbient(inventory, manifest.namespace);
      if (isIdle) {
        yield { manifest, path: ['spec'], message: 'all pods it is for are in ambient mode, and have no sidecar' };
      }
    }
  },
};

/** Where both are asked for, sidecars win. */
function isOnlyAmbient(inventory: Inventory, namespace: string): boolean {
  return isAmbientNamespace(inventory, namespace) && !isInjecting(inventory.namespaces.get(namespace) ?? {});
}
