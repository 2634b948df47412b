import { dataplaneMode } from '../views/dataplane';
import type { Workload } from '../views/workload';
import type { Labels } from '../manifest/manifest';

/** Namespaces that the injector leaves alone whatever their labels. */
export const neverInjected: readonly string[] = ['kube-system', 'kube-public', 'kube-node-lease', 'local-path-storage'];

/** Whether pods of a namespace get a sidecar unless they say otherwise. */
export function isInjecting(labels: Labels): boolean {
  const word = labels['istio-injection'];
  return word === undefined ? labels['istio.io/rev'] !== undefined : word === 'enabled';
}

/** Whether a namespace does not say how its pods join the mesh. */
export function saysNothing(labels: Labels): boolean {
  return ['istio-injection', 'istio.io/rev', dataplaneMode].every((key) => !(key in labels));
}

/**
 * Whether pods of a workload have a sidecar: the pod's own label goes before its namespace's, the
 * older annotation counts where there is no label, and a pod on the host's network never gets one.
 * @see https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/#controlling-the-injection-policy
 */
export function isMeshed(
  { namespace, labels, annotations, isOnHostNetwork }: Workload,
  ofNamespace: Labels,
  byDefault = false,
): boolean {
  if (isOnHostNetwork || neverInjected.includes(namespace) || ofNamespace['istio-injection'] === 'disabled') {
    return false;
  }
  const word = labels['sidecar.istio.io/inject'] ?? annotations['sidecar.istio.io/inject'];
  const isByRevision = labels['istio.io/rev'] !== undefined;
  const isByNamespace = isInjecting(ofNamespace) || (byDefault && saysNothing(ofNamespace));
  return word === undefined ? isByRevision || isByNamespace : word === 'true';
}
