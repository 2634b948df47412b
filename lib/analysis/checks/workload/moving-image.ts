import { imageVersion } from '../../../kubernetes/image';
import type { Check } from '../check';
import { imagesOf } from './images';

export const movingImage: Check = {
  code: 'LAB060',
  level: 'warning',
  title: 'Every image names its version',
  reason:
    'A reference without a tag means `latest`, which is another image after the next push: pods of one Deployment run different versions, and a rollback brings back what nobody chose.',
  remedy: 'name a version by tag, or better by digest',
  link: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  *find(inventory) {
    for (const { workload, image, path } of imagesOf(inventory)) {
      const { tag = '', digest } = imageVersion(image);
      if (digest === undefined && (tag === '' || tag === 'latest')) {
        const said = tag === '' ? 'no tag' : 'the tag `latest`';
        const message = `the image ${image} has ${said}: it means whatever was pushed last`;
        yield { manifest: workload.manifest, path, message };
      }
    }
  },
};
