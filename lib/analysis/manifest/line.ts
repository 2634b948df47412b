import { nearestOffset } from '../../input/offset';
import { type DocumentNodes, type DocumentText, nodesOf } from './document';
import type { FieldPath, Manifest } from './manifest';

/**
 * The line of a field in the file it came from, or of the nearest field around it. Lines are asked
 * for by findings alone, of which there are few: a document is read again for them, which is cheaper
 * than to keep every node of every document.
 */
export function lineOf({ origin }: Manifest, path: FieldPath): number {
  const { document, lineAt } = nodes(origin.document);
  const offset = nearestOffset([...origin.path, ...path], document);
  return lineAt(offset ?? document.contents?.range[0] ?? document.range[0]);
}

const cache = new WeakMap<DocumentText, DocumentNodes>();

function nodes(text: DocumentText): DocumentNodes {
  const found = cache.get(text) ?? nodesOf(text);
  cache.set(text, found);
  return found;
}
