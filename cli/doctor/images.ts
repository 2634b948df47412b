import { imageVersion } from '../../lib/kubernetes/image';
import { type Examination, examiner, links } from './examination';

/** Where an image of a service is. */
export interface ImagePlace {
  readonly image: string;
  /** In the Docker of this machine. */
  readonly isLocal: boolean;
  /** In the nodes of the cluster. */
  readonly isInNodes: boolean;
}

const { ok, note } = examiner('images');

/** Whether the nodes will have an image. A registry is not asked: only a pull tells. */
export function examineImage({ image, isLocal, isInNodes }: ImagePlace, target: 'kind' | 'existing'): Examination {
  if (isInNodes) {
    return ok(image, 'in the nodes');
  }
  if (isLocal && target === 'kind' && imageVersion(image).digest === undefined) {
    return ok(image, 'in the local Docker; the stage `images` puts it into the nodes');
  }
  const remedy = 'if its registry wants a login or is out of reach, `docker pull` it first';
  const elsewhere = 'make sure that the nodes may pull it';
  return note(
    image,
    'not here: the nodes pull it, and only that tells whether they can',
    target === 'kind' ? remedy : elsewhere,
    links.image,
  );
}
