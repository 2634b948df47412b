import type { Inventory } from '../../lib/analysis/inventory/inventory';
import { type Manifest, nameOf } from '../../lib/analysis/manifest/manifest';
import { annotatedWaves } from '../../lib/analysis/plan/waves';
import { Unreachable } from '../cluster/api-server';
import { ClusterError } from '../cluster/cluster-error';
import { kubeObject } from '../cluster/kube-object';
import type { Objects } from '../cluster/objects';
import { refused } from '../cluster/refused';
import type { Verdict } from '../cluster/verdict';
import { pause } from '../interrupt';
import { awaitInjection, injectionWitnesses } from './injection';
import type { Patience } from './patience';
import { conflictRemedy, previewLines, previews, previewSummary } from './preview';
import { awaitReady } from './readiness';

export interface ApplyWavesProps {
  readonly objects: Objects;
  readonly manifests: readonly Manifest[];
  readonly inventory: Inventory;
  readonly patience: Patience;
  /** Hears how far it is. */
  readonly tell: (news: string) => void;
  readonly stop: AbortSignal;
}

/**
 * Applies objects wave by wave, each wave when the one before is ready. What is as it should be stays untouched, so a second
 * run goes on where an interrupted one ended. Fields that others hold are never forced: before anything is changed, all of
 * them are told.
 * @returns what it did, in one line
 * @throws ClusterError with every conflict, or with what does not get ready
 */
export async function applyWaves(props: ApplyWavesProps): Promise<string> {
  const { objects, manifests, inventory, patience, tell, stop } = props;
  tell('asking what would change');
  const preview = await previews(objects, manifests);
  const conflicts = preview.filter(({ effect }) => effect === 'conflict');
  if (conflicts.length > 0) {
    throw new ClusterError(
      ['others hold fields that the files set, so nothing was applied:', ...previewLines(conflicts)].join('\n'),
      conflictRemedy,
    );
  }
  for (const { name, steps } of annotatedWaves(manifests)) {
    const own = steps.map(({ manifest }) => manifest);
    tell(`${name}: ${own.length} objects`);
    await awaitInjection(objects, injectionWitnesses(own, inventory), patience, stop);
    for (const manifest of own) {
      await applyOne(objects, manifest, patience, stop);
    }
    await awaitReady(
      objects,
      own,
      patience,
      (news) => {
        tell(`${name}: ${news}`);
      },
      stop,
    );
  }
  return `${manifests.length} objects: ${previewSummary(preview)}`;
}

async function applyOne(objects: Objects, manifest: Manifest, patience: Patience, stop: AbortSignal): Promise<void> {
  const deadline = performance.now() + patience.write;
  for (;;) {
    stop.throwIfAborted();
    const verdict = await objects.apply(kubeObject.parse(manifest.content)).catch((error: unknown) => {
      if (error instanceof Unreachable && performance.now() < deadline) {
        return undefined;
      }
      throw error;
    });
    if (verdict !== undefined && verdict.status < 300) {
      return;
    }
    if (verdict !== undefined && (!isForNow(verdict) || performance.now() > deadline)) {
      throw refused(`apply ${nameOf(manifest)}`, verdict);
    }
    await pause(patience.pause, stop);
  }
}

/** Whether the same request may be taken later: a kind is not served yet, a webhook or the server itself is starting. */
function isForNow({ status, message = '', conflicts }: Verdict): boolean {
  return (
    conflicts.length === 0 &&
    (status === 404 || status === 429 || status >= 500 || (status === 403 && message.includes('being terminated')))
  );
}
