import { isInjecting } from '../../inventory/injection';
import type { Check } from '../check';
import { asksForAmbient, dataplaneMode } from '../../views/dataplane';
import { isGatewayPod } from '../../views/workload';

/** A pod that asks for a sidecar in an ambient namespace is KIA1316. */
export const twoDataplanes: Check = {
  code: 'KIA1311',
  level: 'error',
  title: 'Nothing is labelled for sidecars and for ambient mode at once',
  reason: 'Sidecars win: the pods are not captured by ztunnel, and their waypoint is passed by.',
  remedy: 'keep one of the two labels',
  link: 'https://istio.io/latest/docs/ambient/usage/add-workloads/#ambient-labels',
  *find(inventory) {
    for (const manifest of inventory.ofKind('', 'Namespace')) {
      if (asksForAmbient(manifest.labels) && isInjecting(manifest.labels)) {
        const message = `namespace ${manifest.name} is labelled for ambient mode and for sidecars`;
        yield { manifest, path: ['metadata', 'labels', dataplaneMode], message };
      }
    }
    for (const workload of inventory.workloads) {
      if (asksForAmbient(workload.labels) && inventory.isMeshed(workload) && !isGatewayPod(workload)) {
        const path = [...workload.podPath, 'metadata', 'labels', dataplaneMode];
        yield {
          manifest: workload.manifest,
          path,
          message: 'the pods are labelled for ambient mode, and get a sidecar',
        };
      }
    }
  },
};
