import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { LocatedProblem } from '../lib/input/source';
import { InputError } from '../lib/input/report';

/**
 * Every object in files and folders of YAML or JSON, in file order, Lists unpacked.
 * @throws InputError if a path does not exist or a file is not YAML
 */
export function readManifests(paths: readonly string[]): unknown[] {
  const read = paths.flatMap(manifestFilesIn).map(readManifest);
  const problems = read.flatMap((file) => file.problems);
  if (problems.length > 0) {
    throw new InputError(problems);
  }
  return read.flatMap((file) => file.objects).flatMap(unpackList);
}

function manifestFilesIn(path: string): string[] {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry === undefined) {
    const remedy = 'render first with `npm start`, or name files and folders of YAML';
    throw new InputError([{ file: path, path: [], value: path, rule: 'the file or folder exists', remedy }]);
  }
  if (!entry.isDirectory()) {
    return [path];
  }
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
  return files.filter((file) => /\.(ya?ml|json)$/.test(file)).map((file) => join(path, file));
}

interface ManifestReading {
  readonly objects: readonly unknown[];
  readonly problems: readonly LocatedProblem[];
}

function readManifest(file: string): ManifestReading {
  const documents = [...parseAllDocuments(readFileSync(file, 'utf8'))];
  const problems = documents
    .flatMap((document) => document.errors)
    .map((error) => ({
      file,
      ...(error.linePos === undefined ? {} : { line: error.linePos[0].line }),
      path: [],
      value: error.code,
      rule: `the file is YAML: ${error.message}`,
      remedy: 'mend the line',
    }));
  const objects = problems.length > 0 ? [] : documents.map((document): unknown => document.toJS());
  return { objects: objects.filter((object) => object !== null), problems };
}

function unpackList(object: unknown): unknown[] {
  const items: unknown = typeof object === 'object' && object !== null ? Reflect.get(object, 'items') : undefined;
  return Array.isArray(items) ? items : [object];
}
