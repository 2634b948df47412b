import { nearestOffset } from '../../input/offset';
import type { SourceFile } from '../../input/source';
import type { FieldPath, Manifest } from './manifest';
import { documentsOf } from './read';

/**
 * The line of a field in the file it came from, or of the nearest field around it. Lines are asked
 * for by findings alone, of which there are few: a file is read again for them, which is cheaper
 * than to keep every node of every file.
 */
export function lineOf({ origin }: Manifest, path: FieldPath): number {
  const { documents, lines } = parsed(origin.file);
  const document = documents[origin.document];
  const offset = document === undefined ? undefined : nearestOffset([...origin.path, ...path], document);
  return lines.linePos(offset ?? firstOffset(document)).line;
}

type Parsed = ReturnType<typeof documentsOf>;

const cache = new WeakMap<SourceFile, Parsed>();

function parsed(file: SourceFile): Parsed {
  const found = cache.get(file) ?? documentsOf(file);
  cache.set(file, found);
  return found;
}

function firstOffset(document: Parsed['documents'][number] | undefined): number {
  return document?.contents?.range[0] ?? document?.range[0] ?? 0;
}
