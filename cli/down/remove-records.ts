import { inParallel } from '../apply/in-parallel';
import { nameOf, type ObjectName } from '../cluster/kube-object';
import type { Objects } from '../cluster/objects';
import { drillRecord, isOurs } from '../drill/record';

/** A service whose promotions may have left something. */
interface Promoted {
  readonly name: string;
  readonly namespace: string;
}

const ours = ['app.kubernetes.io/managed-by', 'mesh-lab'] as const;

/**
 * What operating has left in a cluster and no file has: where each promotion stands, who runs it, and what a killed drill
 * would have put back. A ConfigMap of that name without the label of the lab is somebody else's.
 */
async function recordsIn(objects: Objects, services: readonly Promoted[]): Promise<ObjectName[]> {
  const found = await inParallel(services, async ({ name, namespace }) => {
    const metadata = { name: `${name}-promotion`, namespace };
    const [kept, lease] = await Promise.all([
      objects.find({ apiVersion: 'v1', kind: 'ConfigMap', metadata }),
      objects.find({ apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata }),
    ]);
    const [label, lab] = ours;
    return [...(kept?.metadata.labels?.[label] === lab ? [kept] : []), ...(lease === undefined ? [] : [lease])];
  });
  const drill = await objects.find(drillRecord);
  return [...found.flat(), ...(drill !== undefined && isOurs(drill) ? [drillRecord] : [])];
}

/** Removes it. A promotion that runs ends by that. @returns how many objects there were */
export async function removeRecords(objects: Objects, services: readonly Promoted[]): Promise<number> {
  const found = await recordsIn(objects, services);
  await inParallel(found, (object) => objects.delete(object));
  return found.length;
}

/** What would be removed, line by line. */
export async function wouldRemoveRecords(objects: Objects, services: readonly Promoted[]): Promise<string[]> {
  return (await recordsIn(objects, services)).map((object) => `${nameOf(object)}: would be removed`);
}
