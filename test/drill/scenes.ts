import { findings } from '../../lib/analysis/checks/run';
import { allChecks } from '../../lib/analysis/checks/table';
import { inventoryOf } from '../../lib/analysis/inventory/inventory';
import type { Manifest } from '../../lib/analysis/manifest/manifest';
import { readManifests } from '../../lib/analysis/manifest/read';
import type { Certificates } from '../../lib/drill/drill';
import type { Content } from '../../lib/drill/edit';
import { type Scene, sceneOf } from '../../lib/drill/scene';
import type { ManifestFile } from '../../lib/output/manifest-files';
import { renderedFiles } from '../support/render';
import { threeTiers } from '../support/three-tiers';

/** Where drills take place. */
export interface Stage {
  readonly manifests: readonly Manifest[];
  readonly scene: Scene;
}

/** The objects of some files, and where drills take place in them. */
export function stageOf(files: readonly ManifestFile[] = renderedFiles(threeTiers())): Stage {
  const { manifests } = readManifests(files);
  const scene = sceneOf(inventoryOf(manifests));
  if (scene === undefined) {
    throw new Error('there is no canary behind a gateway');
  }
  return { manifests, scene };
}

export const certificates: Certificates = { expired: () => ({ key: 'key', cert: '-----BEGIN CERTIFICATE-----' }) };

/** The codes of what is found in some objects, each once. */
export function codesIn(contents: readonly Content[]): string[] {
  const text = contents.map((content) => JSON.stringify(content)).join('\n---\n');
  const { manifests } = readManifests([{ name: 'drill.yaml', text }]);
  return [...new Set(findings(inventoryOf(manifests), allChecks).map(({ code }) => code))].sort();
}
