import type { Check } from '../check';
import { knownAnnotations } from './known-annotations';
import { isOfIstio, metadataIn } from './metadata';

export const unknownAnnotation: Check = {
  code: 'IST0108',
  level: 'warning',
  title: 'Every annotation in the name of Istio is one that Istio knows',
  reason: 'Istio passes over what it does not know, and the writer believes that it works.',
  remedy: 'write the annotation as the reference lists it, or remove it',
  link: 'https://istio.io/latest/docs/reference/config/annotations/',
  *find(inventory) {
    for (const { manifest, path, annotations } of metadataIn(inventory)) {
      for (const key of Object.keys(annotations).filter((one) => isOfIstio(one) && !knownAnnotations.has(one))) {
        const meant = [...knownAnnotations.keys()].find((known) => known.toLowerCase() === key.toLowerCase());
        const message = `Istio 1.30 has no annotation ${key}`;
        const remedy = meant === undefined ? {} : { remedy: `write ${meant}` };
        yield { manifest, path: [...path, 'annotations', key], message, ...remedy };
      }
    }
  },
};
