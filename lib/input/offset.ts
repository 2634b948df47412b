import { type Document, isMap, isNode } from 'yaml';

/**
 * Where a field starts in the text: at its key in a mapping, at its value in a list.
 * @returns an offset in characters, or nothing if the document has no such field
 */
function offsetOf(path: readonly (string | number)[], document: Document.Parsed): number | undefined {
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  const key = isMap(parent) ? parent.items.find((pair) => String(pair.key) === String(last))?.key : undefined;
  const node: unknown = key ?? document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}

/** Where a field starts, or the nearest field around it if it is missing. */
export function nearestOffset(path: readonly (string | number)[], document: Document.Parsed): number | undefined {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const offset = offsetOf(path.slice(0, depth), document);
    if (offset !== undefined) {
      return offset;
    }
  }
  return undefined;
}
