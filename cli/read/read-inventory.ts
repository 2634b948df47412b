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
 * The objects in files and folders, `-` for the standard input. What can't be read, or is not YAML, is left
 * out and told about; the rest is there.
 * @throws InputError if nothing is left: no input is no success
 */
export function readInventory(paths: readonly string[]): ReadInventory {
  const { files, problems: unread } = readSources(paths);
  const { manifests, problems: unusable } = readManifests(files);
  const problems = [...unread, ...unusable];
  if (manifests.length === 0) {
    throw new InputError(problems.length > 0 ? problems : paths.map(noObjects));
  }
  return { inventory: inventoryOf(manifests), manifests, problems };
}

/**
 * The objects in files and folders, all of them: for who draws conclusions from what is missing, or acts on it.
 * @throws InputError with everything that can't be read
 */
export function readWhole(paths: readonly string[]): Omit<ReadInventory, 'problems'> {
  const { problems, ...read } = readInventory(paths);
  if (problems.length > 0) {
    throw new InputError(problems);
  }
  return read;
}

function noObjects(path: string): LocatedProblem {
  const remedy = 'render first with `npm start`, or name files and folders of YAML';
  return { file: path, path: [], value: path, rule: 'there is at least one Kubernetes object', remedy };
}
