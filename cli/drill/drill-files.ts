import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stringify } from 'yaml';
import { withFile } from '../file-error';
import type { Finding } from '../../lib/analysis/finding';
import { findings } from '../../lib/analysis/checks/run';
import { allChecks } from '../../lib/analysis/checks/table';
import { inventoryOf } from '../../lib/analysis/inventory/inventory';
import { readManifests } from '../../lib/analysis/manifest/read';
import type { ChangedObject } from '../../lib/drill/change';
import { InputError } from '../../lib/input/input-error';

/** Files with a fault in them. */
export type DrillFiles = ReadonlyMap<string, string>;

/** Changed objects as files, named like those they come from. */
export function filesOf(objects: readonly ChangedObject[]): DrillFiles {
  const names = [...new Set(objects.map(({ file }) => basename(file)))];
  return new Map(
    names.map((name) => [
      name,
      objects
        .filter(({ file }) => basename(file) === name)
        .map(({ content }) => stringify(content))
        .join('---\n'),
    ]),
  );
}

/** What `lab check` says of some files. */
export function findingsIn(files: DrillFiles): Finding[] {
  const sources = [...files].map(([name, text]) => ({ name, text }));
  return findings(inventoryOf(readManifests(sources).manifests), allChecks);
}

/**
 * Writes files into a folder that is new or empty.
 * @throws InputError if something is in it: nothing is overwritten
 */
export function writeFiles(folder: string, files: DrillFiles): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    const rule = 'the folder is new or empty: broken files never replace others';
    throw new InputError([{ file: '--dir', path: [], value: folder, rule, remedy: 'name another folder' }]);
  }
  mkdirSync(folder, { recursive: true });
  files.forEach((text, name) => {
    withFile(join(folder, name), () => {
      writeFileSync(join(folder, name), text);
    });
  });
}
