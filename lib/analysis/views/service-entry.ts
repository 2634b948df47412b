import { fields, item, list, mapping, number, scalarLabels, text, words } from '../manifest/lenient';
import { viewerOf } from './view';

/** @see https://istio.io/latest/docs/reference/config/networking/service-entry/ */
export const serviceEntry = viewerOf('networking.istio.io', 'ServiceEntry', {
  hosts: words,
  addresses: words,
  ports: list(item({ number, name: text, protocol: text, targetPort: number })),
  location: text,
  resolution: text,
  endpoints: list(item({ address: text, ports: mapping(number), labels: scalarLabels, serviceAccount: text })),
  workloadSelector: fields({ labels: scalarLabels }),
  exportTo: words,
});

export type ServiceEntry = ReturnType<typeof serviceEntry.view>;

/** Whether the ports of two entries of one host are put together: they live together, and differ in nothing else that counts. */
export function areMerged(one: ServiceEntry, other: ServiceEntry): boolean {
  return one === other || differencesOf(one, other).length === 0;
}

/**
 * In which fields two entries of one host differ, of those that have to be the same.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/sidecar.go canMergeServices
 */
export function differencesOf(one: ServiceEntry, other: ServiceEntry): string[] {
  const [first, second] = [traitsOf(one), traitsOf(other)];
  return Object.keys(first).filter((field) => JSON.stringify(first[field]) !== JSON.stringify(second[field]));
}

function traitsOf({ manifest, spec }: ServiceEntry): Readonly<Record<string, unknown>> {
  return {
    namespace: manifest.namespace,
    resolution: spec.resolution ?? 'NONE',
    exportTo: [...spec.exportTo].sort(),
    workloadSelector: spec.workloadSelector,
    labels: Object.entries(manifest.labels).sort(),
  };
}
