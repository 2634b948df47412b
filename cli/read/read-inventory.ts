import { dirname } from 'node:path';
import { type Inventory, inventoryOf } from '../../lib/analysis/inventory/inventory';
import type { Manifest } from '../../lib/analysis/manifest/manifest';
import { readManifests } from '../../lib/analysis/manifest/read';
import { InputError } from '../../lib/input/input-error';
import type { LocatedProblem } from '../../lib/input/source';
import { readSources, remedyFor } from './sources';

/** What some files hold, as far as they can be read. */
export interface ReadInventory {
  readonly inventory: Inventory;
  /** The objects that were read, in the order of the files. */
  readonly manifests: readonly Manifest[];
  /** What could not be read. */
  readonly problems: readonly LocatedProblem[];
  /** What is not looked at, or not as it will be, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * The objects in files and folders, `-` for the standard input. What can't be read, or is not YAML, is left
 * out and told about; the rest is there.
 * @param isLeftOut whether a file is not to be read that is found in a folder. @default - all are read
 * @throws InputError if nothing is left: no input is no success
 */
export function readInventory(paths: readonly string[], isLeftOut?: (file: string) => boolean): ReadInventory {
  const { files, problems: unread, found } = readSources(paths, isLeftOut);
  const { manifests, problems: unusable, foreign } = readManifests(files);
  const leftOut = foreign.filter((name) => found.has(name));
  const problems = [...unread, ...unusable.filter(({ file }) => !leftOut.includes(file))];
  if (manifests.length === 0) {
    throw new InputError(problems.length > 0 ? problems : paths.map(noObjects));
  }
  return { inventory: inventoryOf(manifests), manifests, problems, notes: notesOn(leftOut, manifests) };
}

/**
 * The objects in files and folders, all of them: for who draws conclusions from what is missing, or acts on it.
 * @throws InputError with everything that can't be read
 */
export function readWhole(paths: readonly string[]): Pick<ReadInventory, 'inventory' | 'manifests'> {
  const { problems, ...read } = readInventory(paths);
  if (problems.length > 0) {
    throw new InputError(problems);
  }
  return read;
}

/** Files of a folder that are for something else, and what is made into something else before a cluster gets it. */
function notesOn(leftOut: readonly string[], manifests: readonly Manifest[]): string[] {
  const [first = '', ...others] = leftOut;
  const more = others.length === 0 ? 'is' : `and ${others.length} more ${others.length === 1 ? 'file' : 'files'} are`;
  const kustomizations = manifests.filter(({ group }) => group === 'kustomize.config.k8s.io');
  return [
    ...(leftOut.length === 0 ? [] : [`${first} ${more} left out: no Kubernetes objects`]),
    ...kustomizations.map(({ origin }) => {
      const { name } = origin.document.file;
      return `${name} changes the files that it names, which are read as they are: check what becomes of them with \`kubectl kustomize ${dirname(name)} | npm run lab -- check -\``;
    }),
  ];
}

function noObjects(path: string): LocatedProblem {
  const rule = 'there is at least one Kubernetes object';
  return { file: path, path: [], value: path, rule, remedy: remedyFor(path) };
}
