import type { Check } from '../check';
import { mention } from '../mention';
import type { Inventory } from '../../inventory/inventory';
import type { Workload } from '../../views/workload';
import { isAmbient } from '../../inventory/ambient';
import { asksForAmbient, dataplaneMode } from '../../views/dataplane';
import { useWaypoint, waypointNamed, workloadsOf } from './enrollment';
import { isGatewayPod } from '../../views/workload';

/** The label alone does nothing; in a namespace without pods it is there for ServiceEntries. */
export const waypointWithoutAmbient: Check = {
  code: 'KIA1312',
  level: 'warning',
  title: 'What is labelled for a waypoint is ambient',
  reason: 'Traffic gets to a waypoint by ztunnel: pods that it does not capture are not protected by it.',
  remedy: 'add `istio.io/dataplane-mode: ambient`, or remove the label for the waypoint',
  link: 'https://istio.io/latest/docs/ambient/usage/waypoint/#use-a-waypoint-proxy',
  *find(inventory) {
    for (const manifest of inventory.ofKind('', 'Namespace')) {
      const { name, labels } = manifest;
      const isLabelled = waypointNamed(labels, name) !== undefined && !asksForAmbient(labels);
      const [first] = isLabelled ? workloadsOf(inventory, name).filter((one) => isOutside(inventory, one)) : [];
      if (first !== undefined) {
        const message = `namespace ${name} has a waypoint and is not ambient: nor is ${mention(first.manifest)}`;
        yield { manifest, path: ['metadata', 'labels', useWaypoint], message };
      }
    }
    for (const workload of inventory.workloads) {
      if (waypointNamed(workload.labels, workload.namespace) !== undefined && isOutside(inventory, workload)) {
        const path = [...workload.podPath, 'metadata', 'labels', useWaypoint];
        yield { manifest: workload.manifest, path, message: 'the pods have a waypoint and are not ambient' };
      }
    }
  },
};

/** Pods that say that they are not ambient mean it. */
function isOutside(inventory: Inventory, workload: Workload): boolean {
  return workload.labels[dataplaneMode] !== 'none' && !isAmbient(inventory, workload) && !isGatewayPod(workload);
}
