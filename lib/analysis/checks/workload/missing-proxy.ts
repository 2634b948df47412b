import type { Inventory } from '../../inventory/inventory';
import type { Workload } from '../../views/workload';
import type { Check } from '../check';

/**
 * A sidecar is put into a pod when the API server gets it, so no file that is yet to be applied has
 * one. Files that were read out of a cluster do: there a pod without one has none.
 */
export const missingProxy: Check = {
  code: 'IST0103',
  level: 'warning',
  title: 'Every running pod of the mesh has its sidecar',
  reason: 'A pod that was made before its namespace was labelled has no sidecar: to STRICT servers it is a stranger.',
  remedy: 'restart the workload: kubectl rollout restart',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0103/',
  *find(inventory) {
    const pods = inventory.workloads.filter(({ kind }) => kind === 'Pod');
    const areRunning = pods.some(hasProxy);
    for (const pod of pods.filter((one) => isMissing(inventory, one))) {
      if (areRunning || isRunning(pod)) {
        const message = `${pod.name} is to have a sidecar, and has no container istio-proxy`;
        yield { manifest: pod.manifest, path: ['spec', 'containers'], message };
      }
    }
  },
};

function isMissing(inventory: Inventory, pod: Workload): boolean {
  return (
    inventory.isMeshed(pod) && ![...pod.containers, ...pod.initContainers].some(({ name }) => name === 'istio-proxy')
  );
}

/** Whether the injector has been here: `auto` is what it has yet to replace. */
function hasProxy({ containers, initContainers }: Workload): boolean {
  return [...containers, ...initContainers].some(
    ({ name, image = 'auto' }) => name === 'istio-proxy' && image !== 'auto',
  );
}

function isRunning({ manifest }: Workload): boolean {
  const { status } = manifest.content;
  return typeof status === 'object' && status !== null && 'phase' in status;
}
