import { readManifests } from '../../lib/analysis/inventory/read';
import { type Preview, previews, previewSummary } from '../apply/preview';
import type { Cluster } from '../cluster/cluster';
import { readSources } from '../sources';

/** How the files and the cluster differ. */
export interface Drift {
  /** In one line. */
  readonly summary: string;
  /** Each object that differs. */
  readonly objects: readonly Preview[];
}

const rendered = 'dist';

/** Asks the cluster what applying the rendered files would change. */
export async function driftOf({ objects }: Cluster): Promise<Drift> {
  const { manifests } = readManifests(readSources([rendered]));
  const all = await previews(objects, manifests);
  const differing = all.filter(({ effect }) => effect !== 'same');
  const summary = differing.length === 0 ? `none: ${all.length} objects are as in ${rendered}/` : previewSummary(all);
  return { summary, objects: differing };
}
