import { type Manifest, nameOf } from '../../lib/analysis/manifest/manifest';
import { kubeObject } from '../cluster/kube-object';
import type { Objects } from '../cluster/objects';
import type { Conflict } from '../cluster/verdict';
import { differingFields } from './difference';
import { inParallel } from './in-parallel';

/** What applying an object would do to it: nothing is changed yet. */
export interface Preview {
  /** `VirtualService frontend/frontend-vs`. */
  readonly object: string;
  /** `unknown`: the server would not say, for example because the object's namespace or kind is still to come. */
  readonly effect: 'new' | 'changed' | 'same' | 'conflict' | 'unknown';
  /** The fields that would change. */
  readonly fields: readonly string[];
  /** The fields that others hold at other values. */
  readonly conflicts: readonly Conflict[];
  /** Why the server would refuse. */
  readonly reason?: string;
}

/** Asks the server what applying objects would do, in the order of the objects. */
export function previews(objects: Objects, manifests: readonly Manifest[]): Promise<Preview[]> {
  return inParallel(manifests, (manifest) => previewOf(objects, manifest));
}

async function previewOf(objects: Objects, manifest: Manifest): Promise<Preview> {
  const wanted = kubeObject.parse(manifest.content);
  const [now, verdict] = await Promise.all([objects.find(wanted), objects.apply(wanted, { dryRun: true })]);
  const found = { object: nameOf(manifest), fields: [], conflicts: verdict.conflicts };
  if (verdict.conflicts.length > 0) {
    return { ...found, effect: 'conflict' };
  }
  if (verdict.object === undefined) {
    // Before its namespace or its kind is there, an object is refused as not found.
    const effect = now === undefined && verdict.status === 404 ? 'new' : 'unknown';
    return { ...found, effect, ...(verdict.message === undefined ? {} : { reason: verdict.message }) };
  }
  if (now === undefined) {
    return { ...found, effect: 'new' };
  }
  const fields = differingFields(now, verdict.object);
  return { ...found, effect: fields.length === 0 ? 'same' : 'changed', fields };
}

/** `2 new, 1 changed, 58 as they are`. */
export function previewSummary(all: readonly Preview[]): string {
  const words = [
    ['new', 'new'],
    ['changed', 'changed'],
    ['conflict', 'in conflict'],
    ['unknown', 'not known'],
    ['same', 'as they are'],
  ] as const;
  const counts = words.map(([effect, word]) => ({ word, count: all.filter((one) => one.effect === effect).length }));
  return counts
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`)
    .join(', ');
}

/** Each object that is not as it should be, in one line. */
export function previewLines(all: readonly Preview[]): string[] {
  return all.flatMap(({ object, effect, fields, conflicts, reason }) => {
    switch (effect) {
      case 'same':
        return [];
      case 'new':
        return [`${object}: new`];
      case 'changed':
        return [`${object}: changed: ${fieldsText(fields)}`];
      case 'unknown':
        return [`${object}: not known: ${reason ?? 'the server does not say'}`];
      case 'conflict':
        return conflicts.map(({ manager, field }) => `${object}: conflict: ${field} is held by ${manager}`);
    }
  });
}

function fieldsText(fields: readonly string[]): string {
  const shown = fields.slice(0, 3).join(', ');
  return fields.length > 3 ? `${shown} and ${fields.length - 3} more` : shown;
}

/** What to do about fields that somebody else holds. */
export const conflictRemedy = [
  'remedy: nothing was forced. If the other value is right, write it into the files (settings.yaml, traffic.yaml); if not,',
  '        take the fields over: `kubectl apply --server-side --force-conflicts --field-manager mesh-lab -f <file>`,',
  '        or for a route `lab canary rollback`',
].join('\n');
