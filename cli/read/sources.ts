import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { decoded } from '../../lib/input/decoded';
import type { LocatedProblem, SourceFile } from '../../lib/input/source';
import { InputError } from '../../lib/input/input-error';
import { isBeside } from '../render/folders-beside';

/** What stands for the standard input in place of a path. */
const standardInput = '-';

/**
 * The text of files, of every YAML and JSON file below folders (in order of their names), and of
 * the standard input for `-`. A file that several paths lead to is read once. A folder's `rollback/` and
 * `remove/` hold what takes the place of the files beside them, so they are read only where they are named themselves.
 * @throws InputError with every path that does not exist or can't be read
 */
export function readSources(paths: readonly string[]): SourceFile[] {
  const read = [...new Set(paths.flatMap(filesAt))].map(readSource);
  const problems = read.filter((one) => 'rule' in one);
  if (problems.length > 0) {
    throw new InputError(problems);
  }
  return read.filter((one) => 'text' in one);
}

/** A path that leads nowhere stays, for its problem to be told. */
function filesAt(path: string): string[] {
  if (path === standardInput || statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    return [path];
  }
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && /\.(ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !isBeside(relative(path, file)))
    .sort();
}

function readSource(path: string): SourceFile | LocatedProblem {
  try {
    return path === standardInput
      ? decoded('(standard input)', readFileSync(process.stdin.fd))
      : decoded(path, readFileSync(path));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    const remedy = 'render first with `npm start`, or name files and folders of YAML, or `-` for the standard input';
    return { file: path, path: [], value: path, rule: `the file or folder can be read: ${cause}`, remedy };
  }
}
