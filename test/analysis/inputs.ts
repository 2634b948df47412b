import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventoryOf, type Inventory } from '../../lib/analysis/inventory/inventory';
import type { Manifest } from '../../lib/analysis/manifest/manifest';
import { readManifests } from '../../lib/analysis/manifest/read';
import { renderYaml } from '../stacks/rendered';

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

const foreign = join(__dirname, 'foreign');

/** Inputs without a fault: what the lab renders, and YAML as others write it. */
export function faultless(): ReadonlyMap<string, readonly Manifest[]> {
  const files = readdirSync(foreign).filter((file) => file.endsWith('.yaml'));
  return new Map([
    ['the lab', manifestsOf(...renderYaml().map(({ text }) => text))],
    ...files.map((file) => [file, manifestsOf(readFileSync(join(foreign, file), 'utf8'))] as const),
  ]);
}
