import type { Labels } from '../manifest/manifest';
import { includesLabels } from '../views/selector';
import type { Service } from '../views/service';
import type { WorkloadEntry } from '../views/workload-registration';
import type { Inventory } from './inventory';

/**
 * The WorkloadEntries behind a Service: its selector finds them as it finds pods.
 * @param labels that they have as well: those of a subset. @default - any
 * @see https://istio.io/latest/docs/reference/config/networking/workload-entry/
 */
export function registeredBehind(
  { workloadEntries }: Inventory,
  { namespace, selector }: Service,
  labels: Labels = {},
): WorkloadEntry[] {
  const isSelective = Object.keys(selector).length > 0;
  return workloadEntries.filter(
    ({ manifest, spec }) =>
      isSelective && manifest.namespace === namespace && includesLabels(spec.labels, { ...selector, ...labels }),
  );
}
