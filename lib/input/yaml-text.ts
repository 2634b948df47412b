import { type Document, LineCounter, parseDocument, visit, type YAMLError, type YAMLMap } from 'yaml';
import type { Problem } from '../model/problem';
import { nearestOffset } from './offset';

/** A YAML text as parsed, with the lines of its fields. */
export interface YamlText {
  /** The content as plain values. */
  readonly found: unknown;
  /** The line of a field, or of the nearest field around it if it is missing. */
  readonly lineOf: (path: Problem['path']) => number;
}

/** Something that keeps a text from being YAML, and the line it stands on. */
export interface SyntaxProblem extends Problem {
  readonly line: number;
}

/**
 * The content of a text, in spite of mistakes that can be guessed around, so that the rest of it is
 * checked too: tabs are read as spaces, and where a key stands twice there are two contents, one
 * with each of the values.
 */
export function contentsOf(text: string): YamlText[] {
  const readable = withoutTabs(text);
  const parsed = parse(readable);
  const isRepeated = parsed.document.errors.some(({ code }) => code === 'DUPLICATE_KEY');
  return isRepeated ? [contentOf(parsed, keepFirst), contentOf(parse(readable), keepLast)] : [contentOf(parsed)];
}

/** Every mistake in the writing itself. */
export function syntaxProblems(text: string): SyntaxProblem[] {
  const { document, lines } = parse(text);
  const written = document.errors;
  const aliases = aliasProblems(document, lines);
  if (!written.some(({ code }) => code === 'TAB_AS_INDENT')) {
    return [...written.map((error) => syntaxProblem(error, text)), ...aliases];
  }
  // A tab breaks the structure below it: what else is wrong shows only without the tabs.
  const tabs = text.split('\n').flatMap((value, index) => (/^ *\t/.test(value) ? [tabProblem(value, index + 1)] : []));
  const others = parse(withoutTabs(text)).document.errors.map((error) => syntaxProblem(error, text));
  return [...tabs, ...others, ...aliases];
}

/** Only where a tab indents: inside of quotes it is part of the value. */
function withoutTabs(text: string): string {
  return text.replace(/^[ \t]+/gm, (indentation) => indentation.replaceAll('\t', '  '));
}

interface Parsed {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

function parse(text: string): Parsed {
  const lines = new LineCounter();
  // Without YAML's own types (sets, binaries, merges): the files have plain values, and those can't fail.
  const options = {
    lineCounter: lines,
    prettyErrors: false,
    resolveKnownTags: false,
    merge: false,
    logLevel: 'error',
  } as const;
  return {
    document: parseDocument(
      text.replace(/^%YAML .*$/gm, (directive) => '#'.padEnd(directive.length)),
      options,
    ),
    lines,
  };
}

function contentOf({ document, lines }: Parsed, repair?: (map: YAMLMap) => void): YamlText {
  visit(document, {
    Alias: () => visit.REMOVE,
    Map: (_, map) => {
      repair?.(map);
    },
  });
  const lineOf = (path: Problem['path']): number => {
    const offset = nearestOffset(path, document);
    return offset === undefined ? 1 : lines.linePos(offset).line;
  };
  return { found: withoutEmptySections(document.toJS() ?? {}), lineOf };
}

/** A section whose lines are all commented out is as good as none. */
function withoutEmptySections(content: unknown): unknown {
  return typeof content === 'object' && content !== null && !Array.isArray(content)
    ? Object.fromEntries(Object.entries(content).filter(([, section]) => section !== null))
    : content;
}

function keepLast(map: YAMLMap): void {
  map.items = [...new Map(map.items.map((pair) => [String(pair.key), pair])).values()];
}

function keepFirst(map: YAMLMap): void {
  map.items = [...new Map([...map.items].reverse().map((pair) => [String(pair.key), pair])).values()].reverse();
}

function syntaxProblem({ code, message, pos: [offset] }: YAMLError, text: string): SyntaxProblem {
  const line = text.slice(0, offset).split('\n').length;
  return {
    line,
    path: [],
    value: text.split('\n')[line - 1] ?? '',
    rule: `the file is YAML 1.2: ${message}`,
    remedy: code === 'DUPLICATE_KEY' ? 'remove one of the two lines' : 'mend the line',
  };
}

function tabProblem(value: string, line: number): SyntaxProblem {
  const rule = 'the file is YAML 1.2: Tabs are not allowed as indentation';
  return { line, path: [], value, rule, remedy: 'replace the tab by spaces' };
}

/** An alias can stand for more than memory holds, and files of this size need none. */
function aliasProblems(document: Document.Parsed, lines: LineCounter): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  visit(document, {
    Alias: (_, { source, range }) => {
      const rule = 'every value stands where it counts: aliases are not read';
      const line = lines.linePos(range?.[0] ?? 0).line;
      problems.push({ line, path: [], value: `*${source}`, rule, remedy: 'write the value out' });
    },
  });
  return problems;
}
