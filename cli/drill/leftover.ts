import { subjectName } from '../../lib/drill/change';
import { ClusterError } from '../cluster/cluster-error';
import type { Objects } from '../cluster/objects';
import { undo } from './fault';
import { forget, isUnderWay, kept } from './record';

/** What was undone of a drill that did not come to its end. */
export interface Leftover {
  /** @default - nothing was left */
  readonly drill?: string;
  readonly undone: readonly string[];
  /** Objects that somebody else has changed since, which are left as they are. */
  readonly foreign: readonly string[];
}

/**
 * Undoes what a drill has left.
 * @param isForced also if nobody can tell whether the drill is still under way
 * @throws ClusterError if it is under way, or if an object can't be put back
 */
export async function undoLeftover(objects: Objects, isForced: boolean): Promise<Leftover> {
  const record = await kept(objects);
  if (record === undefined) {
    return { undone: [], foreign: [] };
  }
  const { drill, host, pid, originals } = record;
  if (!isForced && isUnderWay(record)) {
    const remedy = 'wait for its end; if there is no such process any more: `lab drill undo`';
    throw new ClusterError(`the drill ${drill} is under way: process ${pid} of ${host}`, remedy);
  }
  const { failed, foreign } = await undo(objects, originals);
  if (failed.length > 0) {
    throw new ClusterError(
      `after the drill ${drill} some objects are not as they were: ${failed.join(', ')}`,
      'apply them again: `lab up --only apply`',
    );
  }
  await forget(objects);
  const names = originals.map(({ subject }) => subjectName(subject));
  return { drill, undone: names.filter((name) => !foreign.includes(name)), foreign };
}

/** What `undoLeftover` would put back; whether somebody has changed it since is seen when it does. */
export async function leftoverOf(objects: Objects): Promise<Leftover> {
  const record = await kept(objects);
  return record === undefined
    ? { undone: [], foreign: [] }
    : { drill: record.drill, undone: record.originals.map(({ subject }) => subjectName(subject)), foreign: [] };
}

export function leftoverText({ drill, undone, foreign }: Leftover): string {
  if (drill === undefined) {
    return 'no drill has left anything';
  }
  const left = foreign.length === 0 ? '' : `; somebody changed ${foreign.join(', ')} since, so it stays`;
  return `undone: ${[drill, ...undone].join(', ')}: as before${left}`;
}
