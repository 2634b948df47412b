import type { Inventory } from '../../inventory/inventory';
import type { Labels } from '../../manifest/manifest';

/** Labels that Istio gives endpoints by the place they run at, which no YAML shows. */
const ofPlace = /^topology\.(kubernetes|istio)\.io\/|^kubernetes\.io\/hostname$|^istio-locality$/;

/**
 * The labels of everything that can answer for a fully qualified host: pods that its Service
 * selects in its own namespace, endpoints of a ServiceEntry. Nothing where somebody else than the
 * files says what there is.
 */
export function endpointLabels(inventory: Inventory, host: string): readonly Labels[] | undefined {
  const service = inventory.serviceOf(host);
  if (service !== undefined) {
    const hasSelector = Object.keys(service.selector).length > 0;
    const machines = inventory.workloadEntries.filter(({ manifest }) => manifest.namespace === service.namespace);
    return hasSelector && machines.length === 0
      ? inventory.workloadsBehind(service).map(({ labels }) => labels)
      : undefined;
  }
  const entries = inventory.entriesOf(host);
  const isOpen = entries.some(({ spec }) => spec.endpoints.length === 0 || spec.workloadSelector !== undefined);
  return isOpen ? undefined : entries.flatMap(({ spec }) => spec.endpoints.map(({ labels }) => labels));
}

/** What a subset asks of its endpoints, as far as YAML can tell: no endpoint gets the label of a place that has no name. */
export function knowableLabels(labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([key, value]) => value === '' || !ofPlace.test(key)));
}
