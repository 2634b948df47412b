import { imageVersion } from '../../../kubernetes/image';
import type { Check } from '../check';
import { imagesOf } from './images';

/**
 * Reported where most images are pinned: who pins none, or one of another’s, has chosen to trust the
 * registry, and would hear of it for every other.
 */
export const taggedImage: Check = {
  code: 'LAB061',
  level: 'info',
  title: 'Where most images are pinned by digest, all are',
  reason: 'A tag can be pushed again. A digest is the image itself: what was tested is what runs, on every node.',
  remedy: 'add the digest that was tested: `name:tag@sha256:...`',
  link: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  *find(inventory) {
    const images = [...imagesOf(inventory)].map((used) => ({ ...used, ...imageVersion(used.image) }));
    const isPinning = images.filter(({ digest }) => digest !== undefined).length * 2 >= images.length;
    for (const { workload, image, path, tag = '', digest } of isPinning ? images : []) {
      // What names no version at all is worse, and another check's business.
      if (digest === undefined && tag !== '' && tag !== 'latest') {
        const message = `the image ${image} has a tag and no digest: its registry may give out another image tomorrow`;
        yield { manifest: workload.manifest, path, message };
      }
    }
  },
};
