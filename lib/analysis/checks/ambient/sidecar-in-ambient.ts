import type { Check } from '../check';
import { isAmbientNamespace } from '../../inventory/ambient';
import { dataplaneMode } from '../../views/dataplane';
import { labelsOfNamespace } from './enrollment';
import { isInjecting } from '../../inventory/injection';
import { isGatewayPod } from '../../views/workload';

/** Pods that also say that they are not ambient mean it; gateways have a proxy of their own anyhow. */
export const sidecarInAmbient: Check = {
  code: 'KIA1316',
  level: 'warning',
  title: 'No pod of an ambient namespace has a sidecar by chance',
  reason:
    'Such pods are not captured by ztunnel: their callers and policies are those of sidecars, unlike those around them.',
  remedy: 'remove the label for injection, or add `istio.io/dataplane-mode: none` to the pods if the sidecar is meant',
  link: 'https://istio.io/latest/docs/ambient/usage/add-workloads/#ambient-labels',
  *find(inventory) {
    for (const workload of inventory.workloads) {
      const { namespace, labels, podPath, manifest } = workload;
      const isSilent = labels[dataplaneMode] === undefined && !isInjecting(labelsOfNamespace(inventory, namespace));
      if (
        isSilent &&
        isAmbientNamespace(inventory, namespace) &&
        inventory.isMeshed(workload) &&
        !isGatewayPod(workload)
      ) {
        const message = `the pods ask for a sidecar, and namespace ${namespace} is ambient`;
        yield { manifest, path: [...podPath, 'metadata'], message };
      }
    }
  },
};
