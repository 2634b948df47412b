import { type Document, isNode, type Node, visit } from 'yaml';
import type { Problem } from '../model/problem';

/**
 * A value with numbers as it stands in a text: JSON has no `.inf`, and shows `1e400` as null and `017` as 17.
 * @param problem its path leads to the value, or to something else of the same field
 * @param text that the document was read from
 * @returns nothing for a value without numbers
 */
export function writtenValue({ path, value }: Problem, document: Document.Parsed, text: string): string | undefined {
  const node: unknown = document.getIn(path, true);
  if (!isNode(node) || !node.range || !holdsNumber(node) || !isSame(node.toJS(document), value)) {
    return undefined;
  }
  const [start, end] = node.range;
  return text.slice(start, end).trim().replace(/\s+/g, ' ');
}

function holdsNumber(node: Node): boolean {
  let holds = false;
  visit(node, {
    Scalar: (_, { value }) => {
      holds ||= typeof value === 'number';
    },
  });
  return holds;
}

function isSame(one: unknown, other: unknown): boolean {
  return Object.is(one, other) || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
}
