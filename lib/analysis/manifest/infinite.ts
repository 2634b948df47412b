import { type Document, visit } from 'yaml';

/** What a number that JSON does not have looks like; nearly no text holds one, and those need not be searched. */
const suspect = /\.inf|\.nan|\d[eE]\+?\d{3}/i;

/** A number as its writer knows it, and where it stands in the text, in characters. */
export interface InfiniteNumber {
  readonly written: string;
  readonly offset: number;
}

/** The numbers of a document that no JSON can hold, and so no API server takes: `.inf`, `.nan`, `1e400`. */
export function infiniteNumbers(document: Document.Parsed, text: string): InfiniteNumber[] {
  const found: InfiniteNumber[] = [];
  if (suspect.test(text)) {
    visit(document, {
      Scalar: (_, { value, source = '', range }) => {
        if (typeof value === 'number' && !Number.isFinite(value)) {
          found.push({ written: source, offset: range?.[0] ?? 0 });
        }
      },
    });
  }
  return found;
}
