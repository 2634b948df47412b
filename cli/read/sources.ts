import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { decoded } from '../../lib/input/decoded';
import type { LocatedProblem, SourceFile } from '../../lib/input/source';
import { fileProblem } from '../file-error';
import { readBytes } from './read-bytes';
import { isBeside } from '../render/folders-beside';

/** What stands for the standard input in place of a path. */
const standardInput = '-';

/** What some paths lead to, and what could not be read of it. */
export interface SourceReading {
  readonly files: readonly SourceFile[];
  readonly problems: readonly LocatedProblem[];
}

/**
 * The text of files, of every YAML and JSON file below folders (in order of their names), and of
 * the standard input for `-`. A file that several paths lead to is read once. A folder's `rollback/` and
 * `remove/` hold what takes the place of the files beside them, so they are read only where they are named themselves.
 * What can't be read is told, and the rest is read all the same.
 */
export function readSources(paths: readonly string[]): SourceReading {
  const read = [...new Set(paths.flatMap(filesAt))].map(readSource);
  return { files: read.filter((one) => 'text' in one), problems: read.filter((one) => 'rule' in one) };
}

/** A path that leads nowhere stays, for its problem to be told. */
function filesAt(path: string): string[] {
  if (path === standardInput || !isFolder(path)) {
    return [path];
  }
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && /\.(ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !isBeside(relative(path, file)))
    .sort();
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

const remedy = 'render first with `npm start`, or name files and folders of YAML, or `-` for the standard input';

function readSource(path: string): SourceFile | LocatedProblem {
  try {
    return path === standardInput
      ? decoded('(standard input)', readFileSync(process.stdin.fd))
      : decoded(path, readBytes(path));
  } catch (error) {
    const problem = fileProblem(error, remedy);
    if (problem === undefined) {
      throw error;
    }
    return problem;
  }
}
