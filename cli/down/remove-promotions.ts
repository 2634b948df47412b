import { inParallel } from '../apply/in-parallel';
import { nameOf, type ObjectName } from '../cluster/kube-object';
import type { Objects } from '../cluster/objects';

/** A service whose promotions may have left something. */
interface Promoted {
  readonly name: string;
  readonly namespace: string;
}

const ours = ['app.kubernetes.io/managed-by', 'mesh-lab'] as const;

/**
 * What promotions of services have left in a cluster: where each stands, and who runs it. No file has it. A ConfigMap of
 * that name without the label of the lab is somebody else's.
 */
async function promotionsIn(objects: Objects, services: readonly Promoted[]): Promise<ObjectName[]> {
  const found = await inParallel(services, async ({ name, namespace }) => {
    const metadata = { name: `${name}-promotion`, namespace };
    const [kept, lease] = await Promise.all([
      objects.find({ apiVersion: 'v1', kind: 'ConfigMap', metadata }),
      objects.find({ apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata }),
    ]);
    const [label, lab] = ours;
    return [...(kept?.metadata.labels?.[label] === lab ? [kept] : []), ...(lease === undefined ? [] : [lease])];
  });
  return found.flat();
}

/** Removes them. A promotion that runs ends by that. @returns how many objects there were */
export async function removePromotions(objects: Objects, services: readonly Promoted[]): Promise<number> {
  const found = await promotionsIn(objects, services);
  await inParallel(found, (object) => objects.delete(object));
  return found.length;
}

/** What would be removed, line by line. */
export async function wouldRemovePromotions(objects: Objects, services: readonly Promoted[]): Promise<string[]> {
  return (await promotionsIn(objects, services)).map((object) => `${nameOf(object)}: would be removed`);
}
