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
  const traits = ({ manifest, spec }: ServiceEntry): string =>
    JSON.stringify([
      manifest.namespace,
      spec.resolution ?? 'NONE',
      [...spec.exportTo].sort(),
      spec.workloadSelector,
      Object.entries(manifest.labels).sort(),
    ]);
  return one === other || traits(one) === traits(other);
}
