import type { Inventory } from '../../inventory/inventory';
import type { FieldPath, Labels, Manifest } from '../../manifest/manifest';
import { workloadView } from '../../views/workload';

/** Labels and annotations in one place of an object: its own, or those it gives its pods. */
export interface Metadata {
  readonly manifest: Manifest;
  /** Of what carries them in the cluster: `Pod` for a template. */
  readonly kind: string;
  readonly path: FieldPath;
  readonly labels: Labels;
  readonly annotations: Labels;
  /** What the pods of a controller get beside; empty for everything else. */
  readonly ofPods: { readonly labels: Labels; readonly annotations: Labels };
}

const none = { labels: {}, annotations: {} };

/** Of everything that makes pods, of Services and of Namespaces: where people write to Istio. */
export function* metadataIn({ manifests }: Inventory): Generator<Metadata> {
  for (const manifest of manifests) {
    const { kind, group, labels, annotations } = manifest;
    const workload = workloadView(manifest);
    const isCarrier = workload !== undefined || (group === '' && (kind === 'Service' || kind === 'Namespace'));
    if (isCarrier) {
      const ofPods = workload === undefined || kind === 'Pod' ? none : workload;
      yield { manifest, kind, path: ['metadata'], labels, annotations, ofPods };
    }
    if (workload !== undefined && kind !== 'Pod') {
      const path = [...workload.podPath, 'metadata'];
      yield { manifest, kind: 'Pod', path, labels: workload.labels, annotations: workload.annotations, ofPods: none };
    }
  }
}

/** An annotation in the name of Istio. */
export function isOfIstio(annotation: string): boolean {
  return /^([^/]+\.)?istio\.io\//.test(annotation);
}
