import { hostname } from 'node:os';
import * as z from 'zod';
import { type Original, originalsIn, textOf } from '../../lib/drill/original';
import { ClusterError } from '../cluster/cluster-error';
import type { KubeObject } from '../cluster/kube-object';
import type { Objects } from '../cluster/objects';
import { refused } from '../cluster/refused';
import { isRunning, thisProcess } from '../process/running';

/** Where the originals are kept while a drill is under way. It is there before anything is broken, and goes last. */
export const drillRecord = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'mesh-lab-drill', namespace: 'istio-system' },
} as const;

const managedBy = 'app.kubernetes.io/managed-by';
const drills = 'mesh-lab-drill';

/** Whether an object at that place was written by a drill. */
export function isOurs({ metadata }: KubeObject): boolean {
  return metadata.labels?.[managedBy] === drills;
}

/** A drill under way, or what a killed one has left. */
export interface DrillRecord {
  readonly drill: string;
  /** The machine and the process; see `ProcessName`. */
  readonly host: string;
  readonly pid: number;
  readonly start: string;
  readonly originals: readonly Original[];
}

const data = z.object({
  drill: z.string(),
  host: z.string(),
  pid: z.coerce.number(),
  start: z.string().default('unknown'),
  originals: z.string(),
});

/** @throws ClusterError if a drill is under way already, or if the server refuses */
export async function keep(objects: Objects, drill: string, originals: readonly Original[]): Promise<void> {
  const { pid, start } = thisProcess();
  const object = {
    ...drillRecord,
    metadata: { ...drillRecord.metadata, labels: { [managedBy]: drills } },
    data: { drill, host: hostname(), pid: String(pid), start, originals: textOf(originals) },
  };
  const verdict = await objects.create(object);
  if (verdict.status === 409) {
    throw new ClusterError('another drill is under way in this cluster', 'wait for it, or end it: `lab drill undo`');
  }
  if (verdict.status >= 300) {
    throw refused('to keep what a drill changes', verdict);
  }
}

export async function kept(objects: Objects): Promise<DrillRecord | undefined> {
  const found = await objects.find(drillRecord);
  if (found === undefined) {
    return undefined;
  }
  const { originals, ...rest } = data.parse(found['data']);
  return { ...rest, originals: originalsIn(originals) };
}

export async function forget(objects: Objects): Promise<void> {
  await objects.delete(drillRecord);
}

/** Whether the process that keeps a record still runs; of another machine nobody here can tell. */
export function isUnderWay(record: DrillRecord): boolean {
  return record.host !== hostname() || isRunning(record);
}
