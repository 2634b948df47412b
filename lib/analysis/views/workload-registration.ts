import { fields, mapping, number, scalarLabels, text } from '../manifest/lenient';
import { viewerOf } from './view';

/** @see https://istio.io/latest/docs/reference/config/networking/workload-entry/ */
export const workloadEntry = viewerOf('networking.istio.io', 'WorkloadEntry', {
  address: text,
  network: text,
  labels: scalarLabels,
  serviceAccount: text,
  ports: mapping(number),
});

/** @see https://istio.io/latest/docs/reference/config/networking/workload-group/ */
export const workloadGroup = viewerOf('networking.istio.io', 'WorkloadGroup', {
  metadata: fields({ labels: scalarLabels }),
  template: fields({ serviceAccount: text, labels: scalarLabels }),
});

export type WorkloadEntry = ReturnType<typeof workloadEntry.view>;
