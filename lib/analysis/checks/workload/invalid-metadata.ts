import type { Check } from '../check';
import { knownAnnotations } from './known-annotations';
import { metadataIn } from './metadata';

/** What decides about injection is compared as text: everything else counts as neither. */
const labelValues: ReadonlyMap<string, readonly string[]> = new Map([
  ['sidecar.istio.io/inject', ['true', 'false']],
  ['istio-injection', ['enabled', 'disabled']],
]);

export const invalidMetadata: Check = {
  code: 'IST0125',
  level: 'warning',
  title: 'Every annotation and label of Istio has a value that Istio can read',
  reason: 'A value that cannot be read keeps the pod from being injected, or counts for nothing.',
  remedy: 'write the value as the reference says',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0125/',
  *find(inventory) {
    for (const { manifest, path, labels, annotations } of metadataIn(inventory)) {
      for (const [key, value] of Object.entries(annotations)) {
        if (knownAnnotations.get(key)?.isValid?.(value) === false) {
          const message = `${JSON.stringify(value)} is no value of ${key}`;
          yield { manifest, path: [...path, 'annotations', key], message };
        }
      }
      for (const [key, allowed] of labelValues) {
        const value = labels[key];
        if (value !== undefined && !allowed.includes(value)) {
          const message = `${JSON.stringify(value)} is no value of ${key}`;
          yield { manifest, path: [...path, 'labels', key], message, remedy: `write ${allowed.join(' or ')}` };
        }
      }
    }
  },
};
