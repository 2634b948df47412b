import * as z from 'zod';
import type { KubeObject } from '../cluster/kube-object';
import { fieldManager, type Objects } from '../cluster/objects';
import { inParallel } from '../apply/in-parallel';

/** Writers that belong to every cluster, and make no objects. */
const servants: readonly string[] = ['kube-controller-manager', 'kube-apiserver', 'pilot-discovery'];

/** Whether the lab applied an object, or parts of it. */
export function isOwn({ metadata: { managedFields = [] } }: KubeObject): boolean {
  return managedFields.some(({ manager, operation }) => manager === fieldManager && operation === 'Apply');
}

/** Kinds whose objects somebody would miss, were their namespace gone. */
const missed = [
  ['v1', 'Pod'],
  ['v1', 'Service'],
  ['v1', 'PersistentVolumeClaim'],
  ['apps/v1', 'Deployment'],
  ['apps/v1', 'StatefulSet'],
  ['apps/v1', 'DaemonSet'],
  ['batch/v1', 'Job'],
  ['batch/v1', 'CronJob'],
] as const;

const leaving = z.looseObject({ metadata: z.looseObject({ deletionTimestamp: z.string() }) });

/** Why a namespace stays: somebody else made it (Terraform removes its own), or uses it; nothing if it may go. */
export async function whyKept(objects: Objects, { metadata }: KubeObject): Promise<string | undefined> {
  const writers = (metadata.managedFields ?? []).map(({ manager }) => manager);
  const maker = writers.find((manager) => manager !== fieldManager && !servants.includes(manager));
  if (maker !== undefined) {
    return `${maker} wrote it as well, so it may be older than the lab`;
  }
  const found = await inParallel(missed, ([apiVersion, kind]) =>
    objects.list(apiVersion, kind, { namespace: metadata.name }),
  );
  const other = found.flat().find((object) => !leaving.safeParse(object).success);
  return other === undefined ? undefined : `${other.kind} ${other.metadata.name} is in it`;
}
