import type { Labels } from '../manifest/manifest';

/** The label of namespaces and pods. @see https://istio.io/latest/docs/ambient/usage/add-workloads/#ambient-labels */
export const dataplaneMode = 'istio.io/dataplane-mode';

/** Whether the labels of a namespace or a pod ask for ambient mode. */
export function asksForAmbient(labels: Labels): boolean {
  return labels[dataplaneMode] === 'ambient';
}
