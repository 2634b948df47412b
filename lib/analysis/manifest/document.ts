import { loadAll } from 'js-yaml';
import { type Document, LineCounter } from 'yaml';
import { documentsIn as composedDocuments } from '../../input/nesting';
import type { SourceFile } from '../../input/source';
import { jsonTexts } from './json-texts';
import { quickSchema, thoroughTags } from './scalars';

/** The text of one YAML document, and where it stands. */
export interface DocumentText {
  readonly file: SourceFile;
  /** The line of the file on which it starts, from 1. */
  readonly firstLine: number;
  readonly text: string;
}

/** A line that ends one document and starts the next, wherever it stands. @see https://yaml.org/spec/1.2.2/#91-documents */
const marker = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm;

/** Every document of a file, in its order: of YAML between its markers, of JSON one after another. */
export function documentsIn(file: SourceFile): DocumentText[] {
  const starts = [0, ...Array.from(file.text.matchAll(marker), ({ index }) => index)];
  let firstLine = 1;
  return starts.flatMap((start, number) => {
    const texts = jsonTexts(file.text.slice(start, starts[number + 1]));
    return texts.map((text) => {
      const document = { file, firstLine, text: text.startsWith('...') ? text.slice('...'.length) : text };
      firstLine += linesIn(text);
      return document;
    });
  });
}

function linesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}

/** The line of the file on which the content of a document begins, behind its marker and comments. */
export function lineOfContent({ firstLine, text }: DocumentText): number {
  const index = text.split('\n').findIndex((line) => !/^\s*(#|$|---\s*$)/.test(line));
  return firstLine + Math.max(index, 0);
}

/** A line of the file, which stands in the document. */
export function textOfLine({ firstLine, text }: DocumentText, line: number): string {
  return text.split('\n')[line - firstLine]?.trim() ?? '';
}

/** What the quick reader takes and others do not: tabs that indent, and markers that are indented. */
const isLoose = /^(?: *\t| +---)/m;

const plain = { schema: quickSchema, maxAliases: 0 };

/**
 * The values of a document that has nothing unusual: no mistake, no alias, no tag of its own. Ten times as fast as to read
 * every node with its place.
 * @returns nothing where something is unusual; `nodesOf` says what
 */
export function plainValues({ text }: DocumentText): { readonly value: unknown } | undefined {
  try {
    const [value = null] = loadAll(text, plain);
    return isLoose.test(text) ? undefined : { value };
  } catch {
    return undefined;
  }
}

/** A document as nodes, and the lines of their offsets. */
export interface DocumentNodes {
  readonly document: Document.Parsed;
  /** The line of the file on which an offset of the document stands. */
  readonly lineAt: (offset: number) => number;
  /** Where it nests too deep; what follows is left out. */
  readonly tooDeep: readonly number[];
}

/** As the API server's own reader does: merges are resolved, other tags of YAML are not. */
const options = {
  merge: true,
  resolveKnownTags: false,
  prettyErrors: false,
  logLevel: 'silent',
  customTags: thoroughTags,
} as const;

/** Every node of a document, with its place and with the mistakes around it. */
export function nodesOf({ text, firstLine }: DocumentText): DocumentNodes {
  const lines = new LineCounter();
  // The version changes nothing for the reader, and is an error where the document that it stands before has been cut off.
  const readable = text.replace(/^%YAML .*$/gm, (directive) => '#'.padEnd(directive.length));
  const { documents, tooDeep } = composedDocuments(readable, lines, options);
  const [document] = documents;
  if (document === undefined) {
    throw new Error('a text without a document');
  }
  // What ends too early is missed behind the last line.
  const end = text.trimEnd().length;
  return { document, tooDeep, lineAt: (offset) => firstLine + lines.linePos(Math.min(offset, end)).line - 1 };
}
