import type { Document, YAMLError } from 'yaml';
import * as z from 'zod';
import { nesting, nestsTooDeep } from '../../input/nesting';
import type { LocatedProblem, SourceFile } from '../../input/source';
import { type DocumentText, documentsIn, lineOfContent, nodesOf, plainValues, textOfLine } from './document';
import { type InfiniteNumber, infiniteNumbers } from './infinite';
import { scalarLabels } from './lenient';
import type { Manifest, Origin } from './manifest';

/** What some files hold: the objects that can be read, and what keeps the rest from being read. */
export interface ManifestReading {
  readonly manifests: readonly Manifest[];
  readonly problems: readonly LocatedProblem[];
}

const head = z.looseObject({
  apiVersion: z.string().min(1),
  kind: z.string().min(1),
  metadata: z
    .looseObject({
      name: z.unknown(),
      generateName: z.unknown(),
      namespace: z.unknown(),
      labels: scalarLabels,
      annotations: scalarLabels,
    })
    .partial()
    .optional()
    .catch(undefined),
});
const list = z.object({ kind: z.string().endsWith('List'), items: z.array(z.unknown()) });

/** Kinds that live in no namespace, as far as analysis meets them. */
const clusterScoped = new Set([
  'APIService',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'GatewayClass',
  'IngressClass',
  'MutatingWebhookConfiguration',
  'Namespace',
  'Node',
  'PersistentVolume',
  'PriorityClass',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
]);

/**
 * Every object in YAML and JSON texts, in their order, Lists unpacked. A document that can't be
 * read is a problem, and the others are read all the same.
 */
export function readManifests(files: readonly SourceFile[]): ManifestReading {
  const readings = files.map(readFile);
  return {
    manifests: readings.flatMap(({ manifests }) => manifests),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

function readFile(file: SourceFile): ManifestReading {
  const readings = documentsIn(file).map(readDocument);
  return {
    manifests: readings.flatMap(({ manifests }) => manifests),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

function readDocument(text: DocumentText): ManifestReading {
  const values = plainValues(text);
  return values === undefined ? readNodes(text) : readValue(values.value, text);
}

/** A document in which something is unusual, or wrong. */
function readNodes(text: DocumentText): ManifestReading {
  const { document, lineAt, tooDeep } = nodesOf(text);
  const broken = [
    ...ownErrors(document).map((error) => syntaxProblem(error, text, lineAt(error.pos[0]))),
    ...infiniteNumbers(document, text.text).map((number) => infiniteProblem(number, text, lineAt(number.offset))),
    ...tooDeep.map((offset) => problem(text, lineAt(offset), nesting.rule, nesting.remedy)),
  ];
  if (broken.length > 0) {
    return { manifests: [], problems: broken };
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

function readValue(value: unknown, document: DocumentText): ManifestReading {
  const found = value === null ? [] : manifestsIn(value, { document, path: [] });
  return {
    manifests: found.filter((one) => one !== undefined),
    problems: found.includes(undefined) ? [noObject(document)] : [],
  };
}

/** Objects that are there as values already. */
export function manifestsOf(values: readonly unknown[], document: DocumentText): Manifest[] {
  return values.flatMap((value) => manifestsIn(value, { document, path: [] })).filter((one) => one !== undefined);
}

/** The objects of one document; nothing for each that is no Kubernetes object. */
function manifestsIn(content: unknown, origin: Origin): (Manifest | undefined)[] {
  const items = list.safeParse(content).data?.items;
  return items === undefined
    ? [manifestOf(content, origin)]
    : items.flatMap((item, index) => manifestsIn(item, { ...origin, path: [...origin.path, 'items', index] }));
}

function manifestOf(value: unknown, origin: Origin): Manifest | undefined {
  const content = head.safeParse(value).data;
  if (content === undefined) {
    return undefined;
  }
  const { apiVersion, kind, metadata } = content;
  const namespace = word(metadata?.namespace) ?? 'default';
  return {
    apiVersion,
    group: apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '',
    kind,
    namespace: clusterScoped.has(kind) ? '' : namespace,
    name: word(metadata?.name) ?? word(metadata?.generateName) ?? '',
    labels: metadata?.labels ?? {},
    annotations: metadata?.annotations ?? {},
    content,
    origin,
  };
}

/** A name that looks like a number is still a name to the reader of a finding. */
function word(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function syntaxProblem({ code, message }: YAMLError, document: DocumentText, line: number): LocatedProblem {
  const remedy =
    code === 'DUPLICATE_KEY' ? 'remove one of the two lines' : 'mend the line; the other documents were read';
  return problem(document, line, `the document is YAML: ${message}`, remedy);
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
