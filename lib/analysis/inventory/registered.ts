import type { Labels } from '../manifest/manifest';
import { includesLabels } from '../views/selector';
import type { Service } from '../views/service';
import type { WorkloadEntry } from '../views/workload-registration';
import type { Inventory } from './inventory';

/** The WorkloadEntries of a namespace that have all the labels. */
export function registeredIn({ workloadEntries }: Inventory, namespace: string, labels: Labels): WorkloadEntry[] {
  return workloadEntries.filter(
    ({ manifest, spec }) => manifest.namespace === namespace && includesLabels(spec.labels, labels),
  );
}

/**
 * The WorkloadEntries behind a Service: its selector finds them as it finds pods.
 * @param labels that they have as well: those of a subset. @default - any
 * @see https://istio.io/latest/docs/reference/config/networking/workload-entry/
 */
export function registeredBehind(
  inventory: Inventory,
  { namespace, selector }: Pick<Service, 'namespace' | 'selector'>,
  labels: Labels = {},
): WorkloadEntry[] {
  const isSelective = Object.keys(selector).length > 0;
  return isSelective ? registeredIn(inventory, namespace, { ...selector, ...labels }) : [];
}
