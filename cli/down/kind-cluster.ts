import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readBytes } from '../read/read-bytes';
import { contextOf, type Settings } from '../../stacks/settings';
import { nodesOf, removeNodes } from '../docker/docker';
import { Interrupted } from '../interrupt';
import type { Site } from '../up/site';
import type { Tell } from '../up/view';
import { withoutContext } from './kubeconfig-entry';

/**
 * Removes the Kind cluster: by Terraform if that made it, and what is left of it by Docker, whoever made it and however far
 * that came. A cluster that is gone already is no problem.
 * @param isKnown whether Terraform may know the cluster
 */
export async function removeKindCluster(site: Site, isKnown: boolean, tell: Tell): Promise<string> {
  const { name } = site.lab.settings.cluster;
  if ((await nodesOf(name)).length === 0) {
    return 'it is gone already';
  }
  const failure = isKnown ? await destroy(site, tell) : undefined;
  const left = await nodesOf(name);
  if (left.length > 0) {
    tell(`removing ${left.length} nodes`);
    await removeNodes(left);
  }
  return [
    'removed',
    ...(left.length > 0 ? [`${left.length} nodes by Docker`] : []),
    ...(failure === undefined ? [] : [`because Terraform could not: ${failure}`]),
  ].join(', ');
}

/** @returns why Terraform could not */
async function destroy({ terraform, stop }: Site, tell: Tell): Promise<string | undefined> {
  try {
    const cluster = terraform('cluster');
    await cluster.init(tell);
    await cluster.destroy(tell, { refresh: false });
    return undefined;
  } catch (error) {
    if (error instanceof Interrupted || stop.aborted) {
      throw error;
    }
    return (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 2).join(' ');
  }
}

/** Removes what leads to a cluster that is gone; a file that then leads nowhere is removed as a whole. */
export function removeKubeconfigEntry(settings: Settings): string {
  const file = resolve(settings.cluster.kubeconfig);
  if (!existsSync(file)) {
    return 'none';
  }
  const text = readBytes(file).toString('utf8');
  const left = withoutContext(text, contextOf(settings));
  if (left === undefined) {
    rmSync(file);
    return `${settings.cluster.kubeconfig} removed`;
  }
  if (left === text) {
    return 'it has no such context';
  }
  writeFileSync(file, left, { mode: 0o600 });
  return `context ${contextOf(settings)} removed`;
}
