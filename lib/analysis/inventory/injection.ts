import type { Workload } from '../views/workload';
import type { Labels } from './manifest';

/** Namespaces that the injector leaves alone whatever their labels. */
const neverInjected: readonly string[] = ['kube-system', 'kube-public', 'kube-node-lease', 'local-path-storage'];

/** Whether pods of a namespace get a sidecar unless they say otherwise. */
export function isInjecting(labels: Labels): boolean {
  const word = labels['istio-injection'];
  return word === undefined ? labels['istio.io/rev'] !== undefined : word === 'enabled';
}

/**
 * Whether pods of a workload have a sidecar: the pod's own label goes before its namespace's, the
 * older annotation counts where there is no label, and a pod on the host's network never gets one.
 * @see https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/#controlling-the-injection-policy
 */
export function isMeshed({ namespace, labels, annotations, isOnHostNetwork }: Workload, ofNamespace: Labels): boolean {
  if (isOnHostNetwork || neverInjected.includes(namespace) || ofNamespace['istio-injection'] === 'disabled') {
    return false;
  }
  const word = labels['sidecar.istio.io/inject'] ?? annotations['sidecar.istio.io/inject'];
  const isByRevision = labels['istio.io/rev'] !== undefined;
  return word === undefined ? isByRevision || isInjecting(ofNamespace) : word === 'true';
}
