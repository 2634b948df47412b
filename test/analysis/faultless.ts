import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../lib/analysis/manifest/manifest';
import { manifestsOf } from './inputs';

const foreign = join(__dirname, 'foreign');

/** Inputs without a fault: YAML as others write it, which stays as it is, and then what the lab renders. */
export function faultless(lab: readonly string[]): ReadonlyMap<string, readonly Manifest[]> {
  const files = readdirSync(foreign).filter((file) => file.endsWith('.yaml'));
  return new Map([
    ...files.map((file) => [file, manifestsOf(readFileSync(join(foreign, file), 'utf8'))] as const),
    ['the lab', manifestsOf(...lab)],
  ]);
}
