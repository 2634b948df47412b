import * as z from 'zod';
import { type Manifest, metadataOf } from '../manifest/manifest';
import { type Workload, workloadView } from '../views/workload';

const ownerReferences = z.array(z.object({ kind: z.string(), name: z.string(), controller: z.boolean().optional() }));
const rollout = z.object({
  spec: z.object({
    workloadRef: z.object({ kind: z.string(), name: z.string(), scaleDown: z.string().optional() }),
  }),
});

/**
 * What makes the pods of some objects, each pod once: what another of them has made is left out, and a Rollout that takes its
 * template from a Deployment makes pods of that.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/owners-dependents/
 * @see https://argo-rollouts.readthedocs.io/en/stable/migrating/#reference-deployment-from-rollout
 */
export function workloadsOf(manifests: readonly Manifest[]): Workload[] {
  const all = manifests.map(workloadView).filter((one) => one !== undefined);
  const keys = new Set(all.map(({ manifest }) => keyOf(manifest, manifest)));
  const own = all.filter(({ manifest }) => !ownersOf(manifest).some((owner) => keys.has(owner)));
  const rollouts = own.flatMap(referring);
  return rollouts.length === 0 ? own : withRollouts(own, rollouts);
}

/** The objects by which it depends on others whether they make pods, and those others. */
export function related(manifests: readonly Manifest[]): Manifest[] {
  const all = manifests.map(workloadView).filter((one) => one !== undefined);
  const named = all.flatMap((one) => [...ownersOf(one.manifest), ...referring(one).map(({ key }) => key)]);
  const keys = new Set(named);
  const isRelated = (one: Workload): boolean =>
    keys.has(keyOf(one.manifest, one)) || ownersOf(one.manifest).length > 0 || referring(one).length > 0;
  return all.filter(isRelated).map(({ manifest }) => manifest);
}

function ownersOf(manifest: Manifest): string[] {
  const written = metadataOf(manifest, 'ownerReferences');
  const owners = written === undefined ? [] : (ownerReferences.safeParse(written).data ?? []);
  return owners.filter(({ controller }) => controller !== false).map((owner) => keyOf(manifest, owner));
}

interface Reference {
  readonly rollout: Workload;
  /** Of the Deployment. */
  readonly key: string;
  readonly isScaledDown: boolean;
}

/** The Deployment of a Rollout that has no template of its own. */
function referring(one: Workload): Reference[] {
  if (one.kind !== 'Rollout') {
    return [];
  }
  const reference = rollout.safeParse(one.manifest.content).data?.spec.workloadRef;
  return reference === undefined
    ? []
    : [
        {
          rollout: one,
          key: keyOf(one.manifest, reference),
          isScaledDown: ['onsuccess', 'progressively'].includes(reference.scaleDown ?? 'never'),
        },
      ];
}

function withRollouts(workloads: readonly Workload[], references: readonly Reference[]): Workload[] {
  const byKey = new Map(references.map((one) => [one.key, one]));
  return workloads.flatMap((workload) => {
    const reference = byKey.get(keyOf(workload.manifest, workload));
    if (reference !== undefined) {
      const own = reference.isScaledDown ? 0 : workload.replicas;
      return [{ ...workload, replicas: own + reference.rollout.replicas }];
    }
    const isMadeThere = references.some((one) => one.rollout === workload);
    return isMadeThere && workload.containers.length === 0 ? [] : [workload];
  });
}

/** Owners live in the namespace of what they own. */
function keyOf({ namespace }: Pick<Manifest, 'namespace'>, { kind, name }: Pick<Manifest, 'kind' | 'name'>): string {
  return `${kind} ${namespace}/${name}`;
}
