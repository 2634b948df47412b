import { imageVersion } from '../kubernetes/image';
import { suppression } from '../kubernetes/suppression';

/**
 * Annotations of an object that runs an image. Which one, and whether by digest, is the choice of
 * whoever describes the service; a tag is a choice that analysis need not report again.
 */
export function imageChoice(image: string): { readonly annotations?: Readonly<Record<string, string>> } {
  return imageVersion(image).digest === undefined
    ? { annotations: suppression('LAB061', 'chosen by tag, so that people can read which version runs') }
    : {};
}
