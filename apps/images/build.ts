import { spawnSync } from 'node:child_process';
import { version } from '../../package.json';
import { exitWith } from '../../cli/exit';
import { print } from '../../cli/print';
import { loadSettings } from '../../cli/read/read-lab';
import { folderOf, imageOf, type Release, releases, type Tier, tiers } from '../tiers';

/**
 * Builds the images of both releases of every tier with Docker. Base images come from Docker Hub, or from what `mirrors` in
 * settings.yaml has in its place.
 */
void exitWith(() => {
  const registry = loadSettings(process.env).mirrors.images['docker.io'] ?? 'docker.io';
  for (const { name } of tiers) {
    for (const release of releases) {
      build(name, release, registry);
    }
  }
  return Promise.resolve();
});

function build(tier: Tier, release: Release, registry: string): void {
  const image = imageOf(tier, release);
  const args = Object.entries({ RELEASE: release, VERSION: version, REGISTRY: registry });
  const options = args.flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]);
  print(`Building ${image}`);
  const { status, error } = spawnSync('docker', ['build', ...options, '--tag', image, folderOf(tier)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (error !== undefined) {
    throw new Error(`Docker did not start (${error.message})\n  remedy: install it`);
  }
  if (status !== 0) {
    throw new Error(`${image} was not built: see above`);
  }
}
