import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../lib/analysis/manifest/manifest';
import { manifestsOf } from './inputs';

const foreign = join(__dirname, 'foreign');

/** Inputs without a fault: what the lab renders, and YAML as others write it. */
export function faultless(lab: readonly string[]): ReadonlyMap<string, readonly Manifest[]> {
  const files = readdirSync(foreign).filter((file) => file.endsWith('.yaml'));
  return new Map([
    ['the lab', manifestsOf(...lab)],
    ...files.map((file) => [file, manifestsOf(readFileSync(join(foreign, file), 'utf8'))] as const),
  ]);
}
