import { boolYaml11Tag, CORE_SCHEMA, floatCoreTag, intCoreTag, loadAll, mapTag } from 'js-yaml';
import { type Document, LineCounter, type ScalarTag, type Tags } from 'yaml';
import { documentsIn as composedDocuments } from '../../input/nesting';
import type { SourceFile } from '../../input/source';

/** The text of one YAML document, and where it stands. */
export interface DocumentText {
  readonly file: SourceFile;
  /** The line of the file on which it starts, from 1. */
  readonly firstLine: number;
  readonly text: string;
}

/** A line that ends one document and starts the next, wherever it stands. @see https://yaml.org/spec/1.2.2/#91-documents */
const marker = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm;

/** Every document of a file, in its order. */
export function documentsIn(file: SourceFile): DocumentText[] {
  const starts = [0, ...Array.from(file.text.matchAll(marker), ({ index }) => index)];
  let firstLine = 1;
  return starts.map((start, number) => {
    const text = file.text.slice(start, starts[number + 1]);
    const document = { file, firstLine, text: text.startsWith('...') ? text.slice('...'.length) : text };
    firstLine += linesIn(text);
    return document;
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

/** What readers write in different ways: an empty key, and one that merges. */
const namedKeys: typeof mapTag = {
  ...mapTag,
  addPair: (mapping, key, value) =>
    key === null || key === '<<' ? 'the key is unusual' : mapTag.addPair(mapping, key, value),
};

/**
 * A number as kubectl reads it, whose digits may be grouped: `8_080`.
 * @see https://github.com/kubernetes-sigs/yaml/blob/v1.4.0/goyaml.v2/resolve.go
 */
const grouped: typeof intCoreTag = {
  ...intCoreTag,
  resolve: (source, isExplicit, name) =>
    intCoreTag.resolve(groupedDigits.test(source) ? source.replaceAll('_', '') : source, isExplicit, name),
};
const groupedDigits = /^[-+]?[1-9][0-9_]*$/;

/** JSON, and so the API server, has no number that is not finite. */
function finite(tag: typeof floatCoreTag): typeof floatCoreTag {
  return {
    ...tag,
    resolve: (source, isExplicit, name) => {
      const value = tag.resolve(source, isExplicit, name);
      if (typeof value === 'number' ? !Number.isFinite(value) : Math.abs(Number(source)) === Infinity) {
        throw new RangeError(`${source} is no number of JSON`);
      }
      return value;
    },
  };
}

/** kubectl reads YAML 1.1, where `yes`, `off` and the like are booleans. @see https://yaml.org/type/bool.html */
const plain = {
  schema: CORE_SCHEMA.withTags(namedKeys, boolYaml11Tag, finite(grouped), finite(floatCoreTag)),
  maxAliases: 0,
};

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

const older: readonly ScalarTag[] = [
  { tag: 'tag:yaml.org,2002:bool', default: true, test: /^(?:y|Y|yes|Yes|YES|on|On|ON)$/, resolve: () => true },
  { tag: 'tag:yaml.org,2002:bool', default: true, test: /^(?:n|N|no|No|NO|off|Off|OFF)$/, resolve: () => false },
  {
    tag: 'tag:yaml.org,2002:int',
    default: true,
    test: /^[-+]?[1-9][0-9]*_[0-9_]*$/,
    resolve: (source) => Number(source.replaceAll('_', '')),
  },
];

/** As kubectl's own reader does: merges are resolved, other tags of YAML are not, and words of YAML 1.1 are. */
const options = {
  merge: true,
  resolveKnownTags: false,
  prettyErrors: false,
  logLevel: 'silent',
  customTags: (tags: Tags): Tags => [...older, ...tags],
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
