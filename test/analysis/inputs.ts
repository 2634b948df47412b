import { type Inventory, inventoryOf } from '../../lib/analysis/inventory/inventory';
import type { Manifest } from '../../lib/analysis/manifest/manifest';
import { readManifests } from '../../lib/analysis/manifest/read';

/**
 * The objects of YAML texts.
 * @throws Error unless all of them can be read
 */
export function manifestsOf(...texts: readonly string[]): readonly Manifest[] {
  const files = texts.map((text, index) => ({ name: `input-${index}.yaml`, text }));
  const { manifests, problems } = readManifests(files);
  if (problems.length > 0) {
    throw new Error(`a test reads what is no YAML: ${JSON.stringify(problems)}`);
  }
  return manifests;
}

export function inventoryFrom(...texts: readonly string[]): Inventory {
  return inventoryOf(manifestsOf(...texts));
}
