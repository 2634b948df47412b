import { type Manifest, nameOf } from '../../lib/analysis/manifest/manifest';
import { annotatedWaves, removal } from '../../lib/analysis/plan/waves';
import { inParallel } from '../apply/in-parallel';
import type { Patience } from '../apply/patience';
import { ClusterError } from '../cluster/cluster-error';
import { type KubeObject, kubeObject } from '../cluster/kube-object';
import type { Objects } from '../cluster/objects';
import { pause } from '../interrupt';
import { isOwn, whyKept } from './ownership';

export interface RemoveObjectsProps {
  readonly objects: Objects;
  readonly manifests: readonly Manifest[];
  readonly patience: Patience;
  readonly tell: (news: string) => void;
  readonly stop: AbortSignal;
}

/** What became of objects that were to be removed. */
export interface Removal {
  readonly removed: number;
  /** Each object that stays, and why. */
  readonly kept: readonly string[];
}

/**
 * Removes what the lab applied, wave by wave in the order that `lab plan` proves: routes before subsets, and those before
 * pods. What the lab did not apply stays, and so does a namespace that it did not make, or that others use.
 */
export async function removeObjects(props: RemoveObjectsProps): Promise<Removal> {
  const { objects, manifests, patience, tell, stop } = props;
  let removed = 0;
  const kept: string[] = [];
  for (const { name, steps } of removal(annotatedWaves(manifests))) {
    tell(name);
    const gone: KubeObject[] = [];
    for (const { manifest } of steps) {
      stop.throwIfAborted();
      const wanted = kubeObject.parse(manifest.content);
      const object = await objects.find(wanted);
      const reason = object === undefined ? undefined : await reasonToKeep(objects, object);
      if (reason !== undefined) {
        kept.push(`${nameOf(manifest)}: ${reason}`);
      } else if (object !== undefined) {
        await objects.delete(wanted);
        gone.push(object);
      }
    }
    await awaitGone(objects, gone, patience, stop);
    removed += gone.length;
  }
  return { removed, kept };
}

/** What would become of each object. */
export async function wouldRemove(objects: Objects, manifests: readonly Manifest[]): Promise<string[]> {
  const steps = removal(annotatedWaves(manifests)).flatMap((wave) => wave.steps);
  const lines = await inParallel(steps, async ({ manifest }) => {
    const object = await objects.find(kubeObject.parse(manifest.content));
    if (object === undefined) {
      return [];
    }
    return [
      isOwn(object) ? `${nameOf(manifest)}: would be removed` : `${nameOf(manifest)}: stays, the lab did not apply it`,
    ];
  });
  return lines.flat();
}

async function reasonToKeep(objects: Objects, object: KubeObject): Promise<string | undefined> {
  if (!isOwn(object)) {
    return 'the lab did not apply it';
  }
  return object.kind === 'Namespace' ? whyKept(objects, object) : undefined;
}

/** An object is gone when its finalizers are done, and its pods with it. */
async function awaitGone(
  objects: Objects,
  gone: readonly KubeObject[],
  patience: Patience,
  stop: AbortSignal,
): Promise<void> {
  const deadline = performance.now() + patience.pods;
  for (let left = gone; left.length > 0;) {
    const found = await inParallel(left, (object) => objects.find(object));
    left = left.filter((_, index) => found[index] !== undefined);
    const [first] = left;
    if (first !== undefined && performance.now() > deadline) {
      throw new ClusterError(
        `${first.kind} ${first.metadata.name} does not go away`,
        'see its finalizers and the events of its namespace; then `lab down` goes on',
      );
    }
    if (left.length > 0) {
      await pause(patience.pause, stop);
    }
  }
}
