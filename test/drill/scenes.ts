import { findings } from '../../lib/analysis/checks/run';
import { allChecks } from '../../lib/analysis/checks/table';
import { inventoryOf } from '../../lib/analysis/inventory/inventory';
import type { Manifest } from '../../lib/analysis/manifest/manifest';
import { readManifests } from '../../lib/analysis/manifest/read';
import type { Certificates } from '../../lib/drill/drill';
import type { Content } from '../../lib/drill/edit';
import { type Scene, sceneOf } from '../../lib/drill/scene';
import { renderYaml, type Written } from '../stacks/rendered';

/** What the lab renders, and where drills take place in it. */
export function rendered(written: Written = {}): { readonly manifests: readonly Manifest[]; readonly scene: Scene } {
  const { manifests } = readManifests(renderYaml(written));
  const scene = sceneOf(inventoryOf(manifests));
  if (scene === undefined) {
    throw new Error('the lab has no canary behind a gateway');
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
