import { imageVersion } from '../../../kubernetes/image';
import type { Check } from '../check';
import { imagesOf } from './images';

export const taggedImage: Check = {
  code: 'LAB061',
  level: 'info',
  title: 'Every image is pinned by digest',
  reason: 'A tag can be pushed again. A digest is the image itself: what was tested is what runs, on every node.',
  remedy: 'add the digest that was tested: `name:tag@sha256:...`',
  link: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  *find(inventory) {
    for (const { workload, image, path } of imagesOf(inventory)) {
      const { tag = '', digest } = imageVersion(image);
      // What names no version at all is worse, and another check's business.
      if (digest === undefined && tag !== '' && tag !== 'latest') {
        const message = `the image ${image} has a tag and no digest: its registry may give out another image tomorrow`;
        yield { manifest: workload.manifest, path, message };
      }
    }
  },
};
