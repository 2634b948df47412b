import * as z from 'zod';
import { type Manifest, nameOf } from '../../lib/analysis/manifest/manifest';
import { ClusterError } from '../cluster/cluster-error';
import { type KubeObject, kubeObject } from '../cluster/kube-object';
import type { Objects } from '../cluster/objects';
import { pause } from '../interrupt';
import { inParallel } from './in-parallel';
import type { Patience } from './patience';
import { rolloutOf } from './rollout';
import { unreadyText } from './unready';

const namespace = z.looseObject({ status: z.looseObject({ phase: z.string().optional() }).prefault({}) });

/**
 * Waits until what was applied is there: namespaces active, all pods of Deployments available. Other objects are there once
 * they are taken.
 * @param tell hears how far it is
 * @throws ClusterError with what the cluster says about each that does not get ready
 */
export async function awaitReady(
  objects: Objects,
  manifests: readonly Manifest[],
  patience: Patience,
  tell: (news: string) => void,
  stop: AbortSignal,
): Promise<void> {
  const awaited = manifests.filter(({ group, kind }) => isAwaited(group, kind));
  let best = -1;
  let deadline = 0;
  for (;;) {
    const found = await inParallel(awaited, ({ content }) => objects.find(kubeObject.parse(content)));
    const waiting = awaited.filter((_, index) => !isReady(found[index]));
    if (waiting.length === 0) {
      return;
    }
    const progress = found.reduce((sum, object) => sum + (object === undefined ? 0 : availableIn(object)), 0);
    if (progress > best) {
      [best, deadline] = [progress, performance.now() + patience.pods];
    }
    tell(`waiting for ${waiting.map(nameOf).slice(0, 3).join(', ')}${waiting.length > 3 ? ', ...' : ''}`);
    if (performance.now() > deadline) {
      throw await unready(
        objects,
        found.filter((object) => object !== undefined && !isReady(object)),
        waiting,
      );
    }
    await pause(patience.pause, stop);
  }
}

function isAwaited(group: string, kind: string): boolean {
  return (group === '' && kind === 'Namespace') || (group === 'apps' && kind === 'Deployment');
}

function isReady(object: KubeObject | undefined): boolean {
  if (object === undefined) {
    return false;
  }
  return object.kind === 'Namespace' ? namespace.parse(object).status.phase === 'Active' : rolloutOf(object).isDone;
}

/** Each pod that gets ready, and each namespace, is a reason to wait on. */
function availableIn(object: KubeObject): number {
  return object.kind === 'Namespace' ? Number(isReady(object)) : rolloutOf(object).available;
}

async function unready(
  objects: Objects,
  found: readonly (KubeObject | undefined)[],
  waiting: readonly Manifest[],
): Promise<ClusterError> {
  const deployments = found.filter((object) => object?.kind === 'Deployment').filter((object) => object !== undefined);
  const texts = await inParallel(deployments, (object) => textOf(objects, object));
  const others = waiting.filter(({ kind }) => kind !== 'Deployment').map((one) => `${nameOf(one)} is not active`);
  return new ClusterError(
    ['not everything gets ready:', ...others, ...texts].join('\n'),
    'mend what these say; what was applied stays, and `lab up --from apply` goes on',
  );
}

const selector = z.looseObject({
  spec: z.looseObject({ selector: z.looseObject({ matchLabels: z.record(z.string(), z.string()).default({}) }) }),
});

async function textOf(objects: Objects, deployment: KubeObject): Promise<string> {
  const { matchLabels } = selector.parse(deployment).spec.selector;
  const labels = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
  const { namespace: own = 'default' } = deployment.metadata;
  const [pods, events] = await Promise.all([
    objects.list('v1', 'Pod', { namespace: own, labels: labels.join(',') }),
    objects.list('v1', 'Event', { namespace: own }),
  ]);
  return unreadyText(deployment, pods, events);
}
