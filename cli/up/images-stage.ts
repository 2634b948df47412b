import { imageVersion } from '../../lib/kubernetes/image';
import { copyImage, imagesIn, localImage, nodesOf } from '../docker/docker';
import { hasImage } from '../docker/node-images';
import { imagesOf } from '../docker/images';
import type { Site } from './site';
import type { Tell } from './view';

/**
 * Puts the images of the services that the local Docker has into the nodes that lack them; the nodes pull the others, and
 * all that are named by a digest.
 */
export async function loadImages({ lab, stop }: Site, tell: Tell): Promise<string> {
  const nodes = (await nodesOf(lab.settings.cluster.name)).filter(({ isRunning }) => isRunning);
  if (nodes.length === 0) {
    throw new Error(
      `the Kind cluster ${lab.settings.cluster.name} is not running\n  remedy: \`lab up --from cluster\``,
    );
  }
  const images = imagesOf(lab.mesh).filter((image) => imageVersion(image).digest === undefined);
  let copied = 0;
  let local = 0;
  for (const image of images) {
    const id = await localImage(image);
    local += id === undefined ? 0 : 1;
    for (const { name } of id === undefined ? [] : nodes) {
      stop.throwIfAborted();
      if (!hasImage(await imagesIn(name), image, id)) {
        tell(`${image} into ${name}`);
        await copyImage(image, name, stop);
        copied += 1;
      }
    }
  }
  const pulled = images.length - local;
  return [
    copied === 0 ? 'nothing to copy' : `${copied} copied`,
    ...(pulled === 0 ? [] : [`${pulled} are not in the local Docker: the nodes pull them`]),
  ].join('; ');
}
