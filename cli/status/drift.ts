import { existsSync } from 'node:fs';
import { type Preview, previews, previewSummary } from '../apply/preview';
import type { Cluster } from '../cluster/cluster';
import { readSources } from '../read/sources';
import { InputError } from '../../lib/input/input-error';
import type { LocatedProblem } from '../../lib/input/source';
import type { Manifest } from '../../lib/analysis/manifest/manifest';
import { readManifests } from '../../lib/analysis/manifest/read';

/** How the files and the cluster differ. */
export interface Drift {
  /** In one line. */
  readonly summary: string;
  /** Each object that differs. */
  readonly objects: readonly Preview[];
}

const rendered = 'dist';

const notRendered: LocatedProblem = {
  file: `${rendered}/`,
  path: [],
  value: rendered,
  rule: 'the lab is rendered there',
  remedy: 'render first: `npm start`',
};

/** Asks the cluster what applying the rendered files would change. */
export async function driftOf({ objects }: Cluster): Promise<Drift> {
  const all = await previews(objects, renderedManifests());
  const differing = all.filter(({ effect }) => effect !== 'same');
  const summary = differing.length === 0 ? `none: ${all.length} objects are as in ${rendered}/` : previewSummary(all);
  return { summary, objects: differing };
}

/** @throws InputError if nothing is rendered: that nothing differs then would say nothing */
function renderedManifests(): readonly Manifest[] {
  const sources = existsSync(rendered) ? readSources([rendered]) : { files: [], problems: [] };
  const { manifests, problems } = readManifests(sources.files);
  const all = [...sources.problems, ...problems];
  if (all.length === 0 && manifests.length > 0) {
    return manifests;
  }
  throw new InputError(all.length > 0 ? all : [notRendered]);
}
