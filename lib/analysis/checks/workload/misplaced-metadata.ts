import type { Check } from '../check';
import { knownAnnotations } from './known-annotations';
import { type Metadata, metadataIn } from './metadata';

/** Labels that people like to write on the Deployment, or on the pod in place of its namespace. */
const labelKinds: ReadonlyMap<string, readonly string[]> = new Map([
  ['sidecar.istio.io/inject', ['Pod']],
  ['istio-injection', ['Namespace']],
]);

/** What the pods have as well is in its right place too, and labels of Services are copies: tools write them everywhere. */
export const misplacedMetadata: Check = {
  code: 'IST0107',
  level: 'warning',
  title: 'Every annotation and label of Istio is on the kind that it is for',
  reason: 'Elsewhere it has no effect: a Deployment does not hand its own annotations down to its pods.',
  remedy: 'move it there; for pods that is spec.template.metadata',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0107/',
  *find(inventory) {
    for (const metadata of metadataIn(inventory)) {
      const { manifest, kind, path } = metadata;
      for (const [field, key, kinds] of placed(metadata)) {
        if (kinds.length > 0 && !kinds.includes(kind)) {
          const message = `${key} has an effect on ${kinds.join(', ')}, not on a ${kind}`;
          yield { manifest, path: [...path, field, key], message };
        }
      }
    }
  },
};

function placed({
  kind,
  labels,
  annotations,
  ofPods,
}: Metadata): [field: string, key: string, kinds: readonly string[]][] {
  const ofAnnotations = Object.keys(annotations)
    .filter((key) => ofPods.annotations[key] === undefined)
    .map((key): [string, string, readonly string[]] => ['annotations', key, knownAnnotations.get(key)?.kinds ?? []]);
  const ofLabels = Object.keys(kind === 'Service' ? {} : labels)
    .filter((key) => ofPods.labels[key] === undefined)
    .map((key): [string, string, readonly string[]] => ['labels', key, labelKinds.get(key) ?? []]);
  return [...ofAnnotations, ...ofLabels];
}
