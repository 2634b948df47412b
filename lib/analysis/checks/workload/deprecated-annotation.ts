import type { Check } from '../check';
import { knownAnnotations } from './known-annotations';
import { metadataIn } from './metadata';

const inject = 'sidecar.istio.io/inject';

/**
 * Annotations in their alpha phase (IST0136) are not reported: half of all that pods can say to Istio
 * is alpha, its resources among it, and istioctl reports them on request alone.
 */
export const deprecatedAnnotation: Check = {
  code: 'IST0135',
  level: 'info',
  title: 'No annotation is one that Istio is about to drop',
  reason: 'It works until an upgrade.',
  remedy: 'write what has taken its place',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0135/',
  *find(inventory) {
    for (const { manifest, path, labels, annotations } of metadataIn(inventory)) {
      for (const key of Object.keys(annotations)) {
        const isReplaced = key === inject && labels[inject] !== undefined;
        if (knownAnnotations.get(key)?.isDeprecated === true && !isReplaced) {
          const message = `the annotation ${key} is deprecated`;
          const remedy = key === inject ? { remedy: `write a label ${inject} in its place` } : {};
          yield { manifest, path: [...path, 'annotations', key], message, ...remedy };
        }
      }
    }
  },
};
