import { existsSync } from 'node:fs';
import { InputError } from '../../lib/input/input-error';
import type { Manifest } from '../../lib/analysis/manifest/manifest';
import { type Preview, previewLines, previews, previewSummary } from '../apply/preview';
import { Unreachable } from '../cluster/api-server';
import { connect } from '../cluster/cluster';
import { examineFirst } from './doctor-stage';
import type { Lab } from '../read/read-lab';
import { imagesOf } from '../docker/images';
import { readInventory } from '../read/read-inventory';
import { renderedFolders } from '../render/rendered-folders';
import type { Site } from './site';
import type { StageName } from './stages';
import { staleRoutes } from './stale-routes';

/** What bringing up would do. */
export interface DryRun {
  readonly lines: readonly string[];
  /** As bringing up would end: 1 if a stage would fail, 2 for input that can't be used. */
  readonly exitCode: 0 | 1 | 2;
}

/** What stages would do, line by line; nothing is written, and Terraform is not run. */
export async function wouldDo(site: Site, names: readonly StageName[]): Promise<DryRun> {
  const lines: string[] = [];
  let exitCode: DryRun['exitCode'] = 0;
  for (const name of names) {
    const part = await wouldDoIn(site, name, names).catch(failed);
    const [first = '', ...rest] = part.lines;
    lines.push(`${name}: ${first}`, ...rest.map((line) => `  ${line}`));
    exitCode = exitCode === 0 ? part.exitCode : exitCode;
  }
  return { lines, exitCode };
}

function failed(error: unknown): DryRun {
  const lines = (error instanceof Error ? error.message : String(error)).split('\n');
  return { lines, exitCode: error instanceof InputError ? 2 : 1 };
}

function fine(...lines: string[]): DryRun {
  return { lines, exitCode: 0 };
}

async function wouldDoIn(site: Site, name: StageName, names: readonly StageName[]): Promise<DryRun> {
  const { settings, mesh } = site.lab;
  switch (name) {
    case 'doctor':
      return fine(await examineFirst(site));
    case 'render':
      return fine(`would render into ${renderedFolders.kubernetes}/ and ${renderedFolders.terraform}/, and prove it`);
    case 'cluster':
      return fine(
        `would apply ${renderedFolders.terraform}/stacks/cluster; would ask before it replaces ${settings.cluster.name}`,
      );
    case 'platform':
    case 'observability':
      return fine(`would apply ${renderedFolders.terraform}/stacks/${name}`);
    case 'images':
      return fine(`would put into the nodes what they lack and the local Docker has of: ${imagesOf(mesh).join(', ')}`);
    case 'apply':
      return wouldApply(site, names);
    case 'verify':
      return fine(
        'would see that the lab answers, and compare the cluster with the files as `lab verify --quick` does',
      );
  }
}

/**
 * The server is asked: it says what it would do, and does nothing. What stages before this one make need not be there yet:
 * files, and a cluster.
 */
async function wouldApply({ lab }: Site, names: readonly StageName[]): Promise<DryRun> {
  const isRendered = names.includes('render');
  if (isRendered && !existsSync(renderedFolders.kubernetes)) {
    return fine('would apply what is rendered then');
  }
  const { manifests, problems } = readInventory([renderedFolders.kubernetes]);
  const unusable = isRendered ? [] : [...problems, ...staleRoutes(lab, manifests)];
  if (unusable.length > 0) {
    throw new InputError(unusable);
  }
  const count = `would apply ${manifests.length} objects`;
  try {
    const preview = await previewIn(lab, manifests);
    const lines = [`${count}: ${previewSummary(preview)}`, ...previewLines(preview)];
    return { lines, exitCode: preview.some(({ effect }) => effect === 'conflict') ? 1 : 0 };
  } catch (error) {
    if (names.includes('cluster') && (error instanceof InputError || error instanceof Unreachable)) {
      return fine(`${count}; there is no cluster yet to ask what that changes`);
    }
    throw error;
  }
}

async function previewIn(lab: Lab, manifests: readonly Manifest[]): Promise<Preview[]> {
  const { server, objects } = await connect(lab.settings);
  try {
    return await previews(objects, manifests);
  } finally {
    server.close();
  }
}
