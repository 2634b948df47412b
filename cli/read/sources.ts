import { readdirSync, statSync } from 'node:fs';
import { join, normalize, relative } from 'node:path';
import { decoded } from '../../lib/input/decoded';
import { InputError } from '../../lib/input/input-error';
import type { LocatedProblem, SourceFile } from '../../lib/input/source';
import { fileProblem, withFile } from '../file-error';
import { bytesOf, readBytes } from './read-bytes';
import { renderedFolders } from '../render/rendered-folders';
import { isBeside } from '../render/folders-beside';

/** What stands for the standard input in place of a path. */
const standardInput = '-';

/** What some paths lead to, and what could not be read of it. */
export interface SourceReading {
  readonly files: readonly SourceFile[];
  readonly problems: readonly LocatedProblem[];
  /** The names of files that were found in folders, and are not named themselves. */
  readonly found: ReadonlySet<string>;
}

/**
 * The text of files, of every YAML and JSON file below folders (in order of their names), and of
 * the standard input for `-`. A file that several paths lead to is read once. A folder's `rollback/` and
 * `remove/` hold what takes the place of the files beside them, so they are read only where they are named themselves, as are
 * folders of packages and hidden ones.
 * What can't be read is told, and the rest is read all the same.
 * @param isUnwanted whether a file in a folder is not read, unless it is named itself. @default - all are read
 */
export function readSources(
  paths: readonly string[],
  isUnwanted: (file: string) => boolean = () => false,
): SourceReading {
  const found = paths.flatMap((path) =>
    [...filesAt(path)].filter((one) => typeof one !== 'string' || one === path || !isUnwanted(one)),
  );
  const names = new Set(found.filter((one) => typeof one === 'string'));
  const files = [...names].map(readSource);
  const unread = [...found.filter((one) => typeof one !== 'string'), ...files];
  return {
    files: files.filter((one) => 'text' in one),
    problems: unread.filter((one) => 'rule' in one),
    found: new Set([...names].filter((one) => !paths.includes(one))),
  };
}

/** A path that leads nowhere stays, for its problem to be told. */
function* filesAt(path: string): Generator<string | LocatedProblem> {
  if (path === standardInput || !isFolder(path)) {
    yield path;
    return;
  }
  const below = [...entriesBelow(path)];
  const files = below.filter((one) => typeof one === 'string').filter((file) => !isBeside(relative(path, file)));
  yield* files.sort();
  yield* below.filter((one) => typeof one !== 'string');
}

/** What has the name of a YAML or JSON file, and the folders that can't be read. */
function* entriesBelow(folder: string): Generator<string | LocatedProblem> {
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        yield* isLeftOut(entry.name) ? [] : entriesBelow(path);
      } else if (/\.(ya?ml|json)$/.test(entry.name)) {
        yield path;
      }
    }
  } catch (error) {
    yield problemOf(error, folder);
  }
}

function isLeftOut(folder: string): boolean {
  return folder === 'node_modules' || folder.startsWith('.');
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** What to do about a path that leads to no YAML: what the lab renders may not have been rendered yet. */
export function remedyFor(path: string): string {
  const others = 'name files and folders of YAML, or `-` for the standard input';
  return normalize(`${path}/`).startsWith(`${renderedFolders.kubernetes}/`)
    ? `render first with \`npm start\`, or ${others}`
    : others;
}

function readSource(path: string): SourceFile | LocatedProblem {
  try {
    return path === standardInput ? readStandardInput() : decoded(path, readBytes(path));
  } catch (error) {
    return problemOf(error, path);
  }
}

function readStandardInput(): SourceFile | LocatedProblem {
  const name = '(standard input)';
  // By its number: Node's stream may open it anew, without waiting for a slow writer.
  return decoded(
    name,
    withFile(name, () => bytesOf(0, name)),
  );
}

/** @throws what is no problem of a file */
function problemOf(error: unknown, path: string): LocatedProblem {
  const problem = error instanceof InputError ? error.problems[0] : fileProblem(error, remedyFor(path));
  if (problem === undefined) {
    throw error;
  }
  return problem;
}
