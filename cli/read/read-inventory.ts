import { type Inventory, inventoryOf } from '../../lib/analysis/inventory/inventory';
import type { Manifest } from '../../lib/analysis/manifest/manifest';
import { readManifests } from '../../lib/analysis/manifest/read';
import { InputError } from '../../lib/input/input-error';
import type { LocatedProblem } from '../../lib/input/source';
import { readSources } from './sources';

/** What some files hold, as far as they can be read. */
export interface ReadInventory {
  readonly inventory: Inventory;
  /** The objects that were read, in the order of the files. */
  readonly manifests: readonly Manifest[];
  /** What could not be read. */
  readonly problems: readonly LocatedProblem[];
}

/**
 * The objects in files and folders, `-` for the standard input. What is not YAML is left out and
 * told about; the rest is there.
 * @throws InputError if a path can't be read, or if nothing is left: no input is no success
 */
export function readInventory(paths: readonly string[]): ReadInventory {
  const { manifests, problems } = readManifests(readSources(paths));
  if (manifests.length === 0) {
    throw new InputError(problems.length > 0 ? problems : paths.map(noObjects));
  }
  return { inventory: inventoryOf(manifests), manifests, problems };
}

function noObjects(path: string): LocatedProblem {
  const remedy = 'render first with `npm start`, or name files and folders of YAML';
  return { file: path, path: [], value: path, rule: 'there is at least one Kubernetes object', remedy };
}
