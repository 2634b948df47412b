import { type Document, isMap, isNode, LineCounter, parseDocument, type YAMLError } from 'yaml';
import { z } from 'zod';
import type { Problem } from '../model/problem';

/** A hand-written file: its name as the user knows it, and its text. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** A problem and the place in a file where it stands; lines count from 1. */
export interface LocatedProblem extends Problem {
  readonly file: string;
  /** @default - the file as a whole is meant */
  readonly line?: number;
}

/** What a file says, as far as it can be read, and everything that is wrong with it. */
export interface Reading<T> {
  /** Absent if there is any problem. */
  readonly value?: T;
  readonly problems: readonly LocatedProblem[];
}

/**
 * Reads a YAML file by a schema and reports every problem at once: broken YAML, unknown fields and
 * bad values, each with its line.
 * @param furtherRules rules that need the values of other fields or files; they see the values as found
 */
export function readDocument<T>(
  source: SourceFile,
  schema: z.ZodType<T>,
  furtherRules: (found: unknown) => readonly Problem[] = () => [],
): Reading<T> {
  const written = parse(source.text);
  // A tab breaks the structure below it. Read as spaces, the rest can still be checked.
  const readable = source.text.includes('\t') ? parse(source.text.replaceAll('\t', '  ')) : written;
  const found: unknown = readable.document.toJS() ?? {};
  const result = schema.safeParse(found);
  const schemaProblems = result.success ? [] : result.error.issues.flatMap((issue) => problemsOf(issue, found));
  const problems = [
    ...written.document.errors.map((error) => syntaxProblem(error, source)),
    ...[...schemaProblems, ...furtherRules(found)].map((problem) => ({
      ...problem,
      file: source.name,
      line: lineOf(problem.path, readable),
    })),
  ].sort((a, b) => a.line - b.line);
  return result.success && problems.length === 0 ? { value: result.data, problems } : { problems };
}

interface Parsed {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

function parse(text: string): Parsed {
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines };
}

const syntaxRemedies: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'replace the tab by spaces',
  DUPLICATE_KEY: 'remove one of the two lines',
};

function syntaxProblem(error: YAMLError, { name, text }: SourceFile): LocatedProblem & { line: number } {
  const start = text.lastIndexOf('\n', error.pos[0] - 1) + 1;
  const end = text.indexOf('\n', error.pos[0]);
  return {
    file: name,
    line: text.slice(0, error.pos[0]).split('\n').length,
    path: [],
    value: text.slice(start, end === -1 ? undefined : end),
    rule: `the file is YAML 1.2: ${error.message}`,
    remedy: syntaxRemedies[error.code] ?? 'mend the line',
  };
}

/** The problems behind one issue: an object with three unknown fields has three. */
function problemsOf(issue: z.core.$ZodIssue, found: unknown): Problem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? step.toString() : step));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      value: key,
      rule: 'a field of this file is one that the documentation names',
      remedy: 'check the spelling and the indentation, or remove the line',
    }));
  }
  const value = valueAt(path, found);
  if (issue.code === 'custom') {
    return [{ path, value, rule: String(issue.params?.['rule']), remedy: String(issue.params?.['remedy']) }];
  }
  return [{ path, value, rule: shapeRule(issue), remedy: 'see the example in the documentation of this file' }];
}

function shapeRule(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_type' ? `this is ${shapes[issue.expected] ?? issue.expected}` : issue.message;
}

const shapes: Readonly<Record<string, string>> = {
  object: 'a mapping with fields of its own',
  record: 'a mapping with fields of its own',
  array: 'a list',
};

function valueAt(path: Problem['path'], found: unknown): unknown {
  return path.reduce<unknown>((value, step) => (isRecord(value) ? value[step] : undefined), found);
}

function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The line of a field, or of the nearest field around it if it is missing. */
function lineOf(path: Problem['path'], { document, lines }: Parsed): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const offset = offsetOf(path.slice(0, depth), document);
    if (offset !== undefined) {
      return lines.linePos(offset).line;
    }
  }
  return 1;
}

/** Where a field starts: at its key in a mapping, at its value in a list. */
function offsetOf(path: Problem['path'], document: Document.Parsed): number | undefined {
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  const key = isMap(parent) ? parent.items.find((pair) => String(pair.key) === String(last))?.key : undefined;
  const node: unknown = key ?? document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}
