import { imageVersion } from '../../../kubernetes/image';
import type { Check } from '../check';
import { imagesOf } from './images';

/**
 * Reported where other images are pinned: whoever pins none has chosen to trust the registry, and
 * would hear of it for each image.
 */
export const taggedImage: Check = {
  code: 'LAB061',
  level: 'info',
  title: 'Where images are pinned by digest, all are',
  reason: 'A tag can be pushed again. A digest is the image itself: what was tested is what runs, on every node.',
  remedy: 'add the digest that was tested: `name:tag@sha256:...`',
  link: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  *find(inventory) {
    const images = [...imagesOf(inventory)].map((used) => ({ ...used, ...imageVersion(used.image) }));
    const isPinning = images.some(({ digest }) => digest !== undefined);
    for (const { workload, image, path, tag = '', digest } of isPinning ? images : []) {
      // What names no version at all is worse, and another check's business.
      if (digest === undefined && tag !== '' && tag !== 'latest') {
        const message = `the image ${image} has a tag and no digest: its registry may give out another image tomorrow`;
        yield { manifest: workload.manifest, path, message };
      }
    }
  },
};
