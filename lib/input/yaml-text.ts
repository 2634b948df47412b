import { type Document, LineCounter, visit, type YAMLError, type YAMLMap } from 'yaml';
import type { Problem } from '../model/problem';
import { type Documents, documentsIn, nesting } from './nesting';
import { nearestOffset } from './offset';
import { writtenValue } from './written';

/** A YAML text as parsed, with the lines of its fields. */
export interface YamlText {
  /** The content as plain values. */
  readonly found: unknown;
  /** The line of a field, or of the nearest field around it if it is missing. */
  readonly lineOf: (path: Problem['path']) => number;
  /** What a problem found, as its writer knows it: `1e400`, `[017]`; nothing for values without numbers. */
  readonly written: (problem: Problem) => string | undefined;
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
  const isRepeated = parse(readable).documents[0]?.errors.some(({ code }) => code === 'DUPLICATE_KEY');
  return (isRepeated === true ? [keepFirst, keepLast] : [keepAll]).flatMap((repair) => contentOf(readable, repair));
}

/** Every mistake in the writing itself. */
export function syntaxProblems(text: string): SyntaxProblem[] {
  const { documents, lines, tooDeep } = parse(text);
  const written = documents.flatMap(({ errors }) => errors);
  const others = [
    ...tooDeep.map((offset) => ({ ...placeOf(offset, text, lines), ...nesting })),
    ...documents.slice(1, 2).map(({ range: [offset] }) => ({ ...placeOf(offset, text, lines), ...oneDocument })),
    ...documents.flatMap((document) => aliasProblems(document, lines)),
  ];
  if (!written.some(({ code }) => code === 'TAB_AS_INDENT')) {
    return [...written.map((error) => syntaxProblem(error, text, lines)), ...others];
  }
  // A tab breaks the structure below it: what else is wrong shows only without the tabs.
  const tabs = text.split('\n').flatMap((value, index) => (/^ *\t/.test(value) ? [tabProblem(value, index + 1)] : []));
  const further = parse(withoutTabs(text)).documents.flatMap(({ errors }) => errors);
  return [...tabs, ...further.map((error) => syntaxProblem(error, text, lines)), ...others];
}

const oneDocument = {
  rule: 'the file is YAML 1.2: one document, which ends where the next begins',
  remedy: 'remove the line `---`, or what is not meant',
};

/** Only where a tab indents: inside of quotes it is part of the value. */
function withoutTabs(text: string): string {
  return text.replace(/^[ \t]+/gm, (indentation) => indentation.replaceAll('\t', '  '));
}

interface Parsed extends Documents {
  readonly lines: LineCounter;
}

// Without YAML's own types (sets, binaries, merges): the files have plain values, and those can't fail.
const options = { prettyErrors: false, resolveKnownTags: false, merge: false, logLevel: 'error' } as const;

function parse(text: string): Parsed {
  const lines = new LineCounter();
  const readable = text.replace(/^%YAML .*$/gm, (directive) => '#'.padEnd(directive.length));
  return { ...documentsIn(readable, lines, options), lines };
}

/** What the first document says; a second one is a mistake. */
function contentOf(text: string, repair: (map: YAMLMap) => void): YamlText[] {
  const { documents, lines } = parse(text);
  return documents.slice(0, 1).map((document) => {
    visit(document, {
      Alias: () => visit.REMOVE,
      Map: (_, map) => {
        repair(map);
      },
    });
    const lineOf = (path: Problem['path']): number => {
      const offset = nearestOffset(path, document);
      return offset === undefined ? 1 : lines.linePos(offset).line;
    };
    const written = (problem: Problem): string | undefined => writtenValue(problem, document, text);
    return { found: withoutEmptySections(document.toJS() ?? {}), lineOf, written };
  });
}

/** A section whose lines are all commented out is as good as none. */
function withoutEmptySections(content: unknown): unknown {
  return typeof content === 'object' && content !== null && !Array.isArray(content)
    ? Object.fromEntries(Object.entries(content).filter(([, section]) => section !== null))
    : content;
}

/** No key stands twice. */
function keepAll(): void {}

function keepLast(map: YAMLMap): void {
  map.items = [...new Map(map.items.map((pair) => [String(pair.key), pair])).values()];
}

function keepFirst(map: YAMLMap): void {
  map.items = [...new Map([...map.items].reverse().map((pair) => [String(pair.key), pair])).values()].reverse();
}

function syntaxProblem({ code, message, pos: [offset] }: YAMLError, text: string, lines: LineCounter): SyntaxProblem {
  const rule = `the file is YAML 1.2: ${message}`;
  const remedy = code === 'DUPLICATE_KEY' ? 'remove one of the two lines' : 'mend the line';
  return { ...placeOf(offset, text, lines), rule, remedy };
}

/** The line that holds an offset. */
function placeOf(offset: number, text: string, lines: LineCounter): Pick<SyntaxProblem, 'line' | 'path' | 'value'> {
  const { line } = lines.linePos(offset);
  return { line, path: [], value: text.split('\n')[line - 1] ?? '' };
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
