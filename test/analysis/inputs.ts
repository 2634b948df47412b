import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventoryOf, type Inventory } from '../../lib/analysis/inventory/inventory';
import type { Manifest } from '../../lib/analysis/manifest/manifest';
import { readManifests } from '../../lib/analysis/manifest/read';
import { rendered } from '../support/render';
import { threeTiers } from '../support/three-tiers';

/** The objects of YAML texts, all of which can be read. */
export function manifestsOf(...texts: readonly string[]): readonly Manifest[] {
  const files = texts.map((text, index) => ({ name: `input-${index}.yaml`, text }));
  const { manifests, problems } = readManifests(files);
  expect(problems).toEqual([]);
  return manifests;
}

export function inventoryFrom(...texts: readonly string[]): Inventory {
  return inventoryOf(manifestsOf(...texts));
}

const foreign = join(__dirname, 'foreign');

/** Inputs without a fault: what is rendered of three tiers, and YAML as others write it. */
export function faultless(): ReadonlyMap<string, readonly Manifest[]> {
  const files = readdirSync(foreign).filter((file) => file.endsWith('.yaml'));
  return new Map([
    ['the three tiers', manifestsOf(...rendered(threeTiers()))],
    ...files.map((file) => [file, manifestsOf(readFileSync(join(foreign, file), 'utf8'))] as const),
  ]);
}
