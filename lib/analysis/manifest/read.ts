import type { Document, YAMLError } from 'yaml';
import * as z from 'zod';
import { nesting, nestsTooDeep } from '../../input/nesting';
import type { LocatedProblem, SourceFile } from '../../input/source';
import { type DocumentText, documentsIn, lineOfContent, nodesOf, plainValues, textOfLine } from './document';
import { type InfiniteNumber, infiniteNumbers } from './infinite';
import { actionIn, collectionKeys } from './template';
import type { Manifest } from './manifest';
import { manifestsIn } from './objects';

/** What some files hold: the objects that can be read, and what keeps the rest from being read. */
export interface ManifestReading {
  readonly manifests: readonly Manifest[];
  readonly problems: readonly LocatedProblem[];
  /** The names of files that are for something else: every document is YAML, and none begins to be an object. */
  readonly foreign: readonly string[];
}

/**
 * Every object in YAML and JSON texts, in their order, Lists unpacked. A document that can't be
 * read is a problem, and the others are read all the same.
 */
export function readManifests(files: readonly SourceFile[]): ManifestReading {
  const readings = files.map(readFile);
  return {
    manifests: readings.flatMap(({ manifests }) => manifests),
    problems: readings.flatMap(({ problems }) => problems),
    foreign: files.flatMap(({ name }, index) => (readings[index]?.isForeign === true ? [name] : [])),
  };
}

interface PartReading extends Pick<ManifestReading, 'manifests' | 'problems'> {
  /** Whether it is for something else. @default false */
  readonly isForeign?: boolean;
}

function readFile(file: SourceFile): PartReading {
  const readings = documentsIn(file).map(readDocument);
  return {
    manifests: readings.flatMap(({ manifests }) => manifests),
    problems: readings.flatMap(({ problems }) => problems),
    isForeign: readings.every(({ problems, isForeign = problems.length === 0 }) => isForeign),
  };
}

function readDocument(text: DocumentText): PartReading {
  const values = plainValues(text);
  return values === undefined ? readNodes(text) : readValue(values.value, text);
}

/** A document in which something is unusual, or wrong. */
function readNodes(text: DocumentText): PartReading {
  const { document, lineAt, tooDeep } = nodesOf(text);
  const broken = [
    ...ownErrors(document).map((error) => syntaxProblem(error, text, lineAt(error.pos[0]))),
    ...collectionKeys(document).map((offset) => keyProblem(text, lineAt(offset))),
    ...infiniteNumbers(document, text.text).map((number) => infiniteProblem(number, text, lineAt(number.offset))),
    ...tooDeep.map((offset) => problem(text, lineAt(offset), nesting.rule, nesting.remedy)),
  ];
  const [first] = broken;
  if (first !== undefined) {
    const action = actionIn(text.text);
    const line = action === undefined ? Infinity : lineAt(action);
    return { manifests: [], problems: line <= (first.line ?? 0) ? [templateProblem(text, line)] : broken };
  }
  try {
    const value: unknown = document.toJS();
    return nestsTooDeep(value)
      ? { manifests: [], problems: [problem(text, lineOfContent(text), nesting.rule, nesting.remedy)] }
      : readValue(writable(value), text);
  } catch (error) {
    return { manifests: [], problems: [unreadable(error, text)] };
  }
}

/** The errors that stand for themselves: behind one of the syntax the reader is lost, and reports what follows from it. */
function ownErrors({ errors }: Document.Parsed): YAMLError[] {
  const first = errors.findIndex(({ code }) => code !== 'DUPLICATE_KEY');
  return first < 0 ? errors : errors.slice(0, first + 1);
}

/**
 * The value as it can be written as JSON: what refers to itself can't.
 * @throws Error if it can't, or if aliases stand for more than memory should hold
 */
function writable(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

function readValue(value: unknown, document: DocumentText): PartReading {
  const found = value === null ? [] : manifestsIn(value, { document, path: [] });
  return {
    manifests: found.filter((one) => one !== undefined),
    problems: found.includes(undefined) ? [noObject(document)] : [],
    isForeign: value === null || (found.includes(undefined) && isForeign(value)),
  };
}

/** What has neither of the fields that every object has, and the description of a chart, which has one. */
function isForeign(value: unknown): boolean {
  const { apiVersion, kind, name, version } = z.looseObject({}).safeParse(value).data ?? {};
  return kind === undefined && (apiVersion === undefined || (name !== undefined && version !== undefined));
}

function syntaxProblem({ code, message }: YAMLError, document: DocumentText, line: number): LocatedProblem {
  const remedy =
    code === 'DUPLICATE_KEY' ? 'remove one of the two lines' : 'mend the line; the other documents were read';
  return problem(document, line, `the document is YAML: ${message}`, remedy);
}

function keyProblem(document: DocumentText, line: number): LocatedProblem {
  return problem(document, line, 'every key of a document is a text', 'write a text, or put the value in quotes');
}

function templateProblem(document: DocumentText, line: number): LocatedProblem {
  const remedy = 'let Helm fill it in first, and read what it makes: `helm template CHART | npm run lab -- check -`';
  return problem(document, line, 'the document is YAML, and no template that is still to be filled in', remedy);
}

function infiniteProblem({ written }: InfiniteNumber, document: DocumentText, line: number): LocatedProblem {
  const rule = `the document can be written as JSON: ${written} is no number of it`;
  return problem(document, line, rule, 'write a finite number');
}

function noObject(document: DocumentText): LocatedProblem {
  const rule = 'every document is a Kubernetes object with `apiVersion` and `kind`';
  return problem(document, lineOfContent(document), rule, 'add the two fields, or leave the file out');
}

function unreadable(error: unknown, document: DocumentText): LocatedProblem {
  const reason = error instanceof Error ? error.message : String(error);
  const rule = `the document can be written as JSON: ${reason}`;
  return problem(document, lineOfContent(document), rule, 'write the aliases out');
}

function problem(document: DocumentText, line: number, rule: string, remedy: string): LocatedProblem {
  return { file: document.file.name, line, path: [], value: textOfLine(document, line), rule, remedy };
}
