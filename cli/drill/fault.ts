import { setTimeout as delay } from 'node:timers/promises';
import { type Change, type Subject, subjectName } from '../../lib/drill/change';
import type { Content } from '../../lib/drill/edit';
import { isAsBefore, isOurs, type Original, restored } from '../../lib/drill/original';
import { ClusterError } from '../cluster/cluster-error';
import { kubeObject, type KubeObject, type ObjectName } from '../cluster/kube-object';
import type { Objects } from '../cluster/objects';
import type { Verdict } from '../cluster/verdict';

/** Who breaks things, to an API server: whoever wonders finds the name at the field. */
const drillManager = 'mesh-lab-drill';

/** The objects of some changes, as they are. */
export async function originalsOf(objects: Objects, changes: readonly Change[]): Promise<Original[]> {
  return Promise.all(
    changes.map(async ({ subject, mutate }): Promise<Original> => {
      const content = await objects.find(nameFor(subject));
      return { subject, content, broken: mutate(content) };
    }),
  );
}

/**
 * Makes of every object what the drill makes of it, one after the other.
 * @returns why the server refused one of them; nothing if it took all
 * @throws ClusterError if an object is not there that would be changed
 */
export async function breakObjects(objects: Objects, originals: readonly Original[]): Promise<string | undefined> {
  for (const { subject, content, broken } of originals) {
    if (content === undefined && broken === undefined) {
      throw new ClusterError(`${subjectName(subject)} is not in the cluster`, 'apply dist/ first: `lab up`');
    }
    const verdict = await write(objects, subject, content, broken);
    if (verdict?.status === 409) {
      throw new ClusterError(`${subjectName(subject)} was changed at the same time`, 'run the drill again');
    }
    if (verdict !== undefined && verdict.status >= 300) {
      return `the API server refuses ${subjectName(subject)} (${verdict.status}): ${verdict.message ?? 'no reason given'}`;
    }
  }
  return undefined;
}

async function write(
  objects: Objects,
  subject: Subject,
  content: Content | undefined,
  next: Content | undefined,
): Promise<Verdict | undefined> {
  if (next === undefined) {
    await objects.delete(nameFor(subject));
    return undefined;
  }
  const object = kubeObject.parse(next);
  return content === undefined
    ? objects.create(object, { manager: drillManager })
    : objects.replace(object, drillManager);
}

/** What came of undoing, by names of objects. */
export interface Undone {
  /** They are not as before, though they should be. */
  readonly failed: readonly string[];
  /** Somebody else has changed them since; that is left as it is. */
  readonly foreign: readonly string[];
}

/** Milliseconds until an API server goes by a Namespace that was written: it hears of that like everybody else. */
const hearsay = 2000;

/**
 * Puts every object back. What is back already is left alone, so that it may be called again. What was there comes first
 * and in the order in which it was changed: pods are made by the labels of their namespace, and what was added is in use
 * until then.
 */
export async function undo(objects: Objects, originals: readonly Original[]): Promise<Undone> {
  const failed: string[] = [];
  const foreign: string[] = [];
  const ordered = [...originals.filter(({ content }) => content), ...originals.filter(({ content }) => !content)];
  for (const original of ordered) {
    const name = subjectName(original.subject);
    const now = await objects.find(nameFor(original.subject));
    if (original.content !== undefined && !isOurs(original, now)) {
      foreign.push(name);
    } else if (!(await putBack(objects, original))) {
      failed.push(name);
    } else if (original.subject.kind === 'Namespace') {
      await delay(hearsay);
    }
  }
  return { failed, foreign };
}

/** How often a write is tried that somebody else's write came before, such as a controller's of a status. */
const attempts = 5;

async function putBack(objects: Objects, { subject, content }: Original): Promise<boolean> {
  const name = nameFor(subject);
  if (content === undefined) {
    await objects.delete(name);
    return true;
  }
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const now = await objects.find(name);
    if (now !== undefined && isAsBefore(content, now)) {
      return true;
    }
    const made = now ?? (await objects.create(kubeObject.parse(restored(content)), { manager: drillManager })).object;
    // The first write brings the values back, the second says whose they are: a write takes what it changes.
    const written = made && (await replaced(objects, content, made));
    if (written !== undefined) {
      await replaced(objects, content, written);
    }
  }
  const now = await objects.find(name);
  return now !== undefined && isAsBefore(content, now);
}

async function replaced(objects: Objects, content: Content, now: KubeObject): Promise<KubeObject | undefined> {
  return (await objects.replace(kubeObject.parse(restored(content, now)), drillManager)).object;
}

function nameFor({ apiVersion, kind, namespace, name }: Subject): ObjectName {
  return { apiVersion, kind, metadata: { name, ...(namespace === '' ? {} : { namespace }) } };
}
