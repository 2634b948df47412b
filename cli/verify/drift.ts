import type { Manifest } from '../../lib/analysis/manifest/manifest';
import { nameOf } from '../../lib/analysis/manifest/manifest';
import { isAsWritten } from '../../lib/verify/written';
import type { Row } from '../../lib/verify/row';
import { kubeObject } from '../cluster/kube-object';
import type { Objects } from '../cluster/objects';

/** Objects asked for at a time. */
const together = 8;

/**
 * Whether the cluster has the objects of the files, as they are written there: it is asked what applying them would
 * change, and nothing is applied. What only the cluster says can't be asked for by requests that the files know.
 */
export async function driftRows(manifests: readonly Manifest[], objects: Objects, signal: AbortSignal): Promise<Row[]> {
  const open = [...manifests];
  const rows: Row[] = [];
  const next = async (): Promise<void> => {
    for (let manifest = open.shift(); manifest !== undefined; manifest = open.shift()) {
      signal.throwIfAborted();
      const row = await driftOf(manifest, objects);
      rows.push(...(row === undefined ? [] : [row]));
    }
  };
  await Promise.all(Array.from({ length: together }, next));
  const count = manifests.length - rows.length;
  const what = `${count} objects of the files`;
  return [
    ...rows.sort((one, other) => (one.what < other.what ? -1 : 1)),
    ...(count === 0 ? [] : [{ area, what, said: 'they are applied', seen: 'as written', verdict: 'held' } as const]),
  ];
}

const area = 'objects' as const;

/** How an object differs; nothing if it does not. */
async function driftOf(manifest: Manifest, objects: Objects): Promise<Row | undefined> {
  const head = { area, what: nameOf(manifest), said: `as ${manifest.origin.document.file.name} has it` } as const;
  const object = kubeObject.parse(manifest.content);
  const live = await objects.find(object);
  if (live === undefined) {
    return { ...head, seen: 'it is not there', verdict: 'different' };
  }
  const verdict = await objects.apply(object, { dryRun: true, force: true });
  if (verdict.object === undefined) {
    return {
      ...head,
      seen: `it would not be taken: ${verdict.message ?? String(verdict.status)}`,
      verdict: 'different',
    };
  }
  if (isAsWritten(live, verdict.object)) {
    return undefined;
  }
  const writers = (live.metadata.managedFields ?? []).filter(({ subresource }) => subresource === undefined);
  const last = writers.sort((one, other) => ((one.time ?? '') < (other.time ?? '') ? 1 : -1))[0];
  return {
    ...head,
    seen: `it says something else; last written by ${last?.manager ?? 'nobody'}`,
    verdict: 'different',
  };
}
