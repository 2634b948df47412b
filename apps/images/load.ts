import { copyImage, localImage, nodesOf } from '../../cli/docker/docker';
import { exitWith } from '../../cli/exit';
import { withFinish } from '../../cli/interrupt';
import { print } from '../../cli/print';
import { loadSettings } from '../../cli/read/read-lab';
import { imageOf, releases, tiers } from '../tiers';

/** Puts the images of both releases of every tier into the nodes of the Kind cluster, without a registry. */
void exitWith(() =>
  withFinish(
    (stop) => load(loadSettings(process.env).cluster.name, stop),
    () => Promise.resolve(),
  ),
);

async function load(cluster: string, stop: AbortSignal): Promise<void> {
  const nodes = (await nodesOf(cluster)).filter(({ isRunning }) => isRunning);
  if (nodes.length === 0) {
    throw new Error(`the Kind cluster ${cluster} is not running\n  remedy: \`npm run lab -- up\``);
  }
  const images = tiers.flatMap(({ name }) => releases.map((release) => imageOf(name, release)));
  const ids = await Promise.all(images.map(localImage));
  const missing = images.filter((_, at) => ids[at] === undefined);
  if (missing.length > 0) {
    throw new Error(`Docker has no ${missing.join(', ')}\n  remedy: \`npm run apps:build\``);
  }
  for (const image of images) {
    for (const { name } of nodes) {
      print(`${image} into ${name}`);
      await copyImage(image, name, stop);
    }
  }
}
