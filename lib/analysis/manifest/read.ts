import { type Document, LineCounter, type YAMLError } from 'yaml';
import { z } from 'zod';
import type { LocatedProblem, SourceFile } from '../../input/source';
import { type Documents, documentsIn, nesting, nestsTooDeep } from '../../input/nesting';
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
    .object({
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

/** As the API server's own reader does: merges are resolved, other tags of YAML are not. */
const options = { merge: true, resolveKnownTags: false, prettyErrors: false, logLevel: 'silent' } as const;

/** A text as the documents it consists of, and the lines of their offsets. */
export function documentsOf({ text }: SourceFile): Documents & { readonly lines: LineCounter } {
  const lines = new LineCounter();
  return { ...documentsIn(text, lines, options), lines };
}

function readFile(file: SourceFile): ManifestReading {
  const { documents, lines, tooDeep } = documentsOf(file);
  const manifests: Manifest[] = [];
  const problems = tooDeep.map((offset) => nestedProblem(file, lines.linePos(offset).line));
  documents.forEach((document, number) => {
    const line = lines.linePos(document.range[0]).line;
    try {
      const broken = [
        ...ownErrors(document).map((error) => syntaxProblem(error, file, lines)),
        ...infiniteNumbers(document, file.text).map((number) => infiniteProblem(number, file, lines)),
      ];
      const content = broken.length > 0 ? null : plainContent(document, file.text);
      const isTooDeep = nestsTooDeep(content);
      const found = content === null || isTooDeep ? [] : manifestsIn(content, { file, document: number, path: [] });
      manifests.push(...found.filter((one) => one !== undefined));
      problems.push(
        ...broken,
        ...(isTooDeep ? [nestedProblem(file, line)] : []),
        ...(found.includes(undefined) ? [noObject(file, line)] : []),
      );
    } catch (error) {
      problems.push(error instanceof RangeError ? nestedProblem(file, line) : unreadable(error, file, line));
    }
  });
  return { manifests, problems };
}

/** The errors that stand for themselves: behind one of the syntax the reader is lost, and reports what follows from it. */
function ownErrors({ errors }: Document.Parsed): YAMLError[] {
  const first = errors.findIndex(({ code }) => code !== 'DUPLICATE_KEY');
  return first < 0 ? errors : errors.slice(0, first + 1);
}

/**
 * The content as values that can be written as JSON: what refers to itself can't.
 * @throws Error if it can't, or if aliases stand for more than memory should hold
 */
function plainContent(document: Document.Parsed, text: string): unknown {
  const content: unknown = document.toJS();
  return text.includes('*') && content !== null ? JSON.parse(JSON.stringify(content)) : content;
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

function syntaxProblem(
  { code, message, pos: [offset] }: YAMLError,
  file: SourceFile,
  lines: LineCounter,
): LocatedProblem {
  const { line } = lines.linePos(offset);
  return {
    file: file.name,
    line,
    path: [],
    value: file.text.split('\n', line)[line - 1]?.trim() ?? '',
    rule: `the document is YAML: ${message}`,
    remedy: code === 'DUPLICATE_KEY' ? 'remove one of the two lines' : 'mend the line; the other documents were read',
  };
}

function infiniteProblem({ written, offset }: InfiniteNumber, file: SourceFile, lines: LineCounter): LocatedProblem {
  const { line } = lines.linePos(offset);
  const rule = `the document can be written as JSON: ${written} is no number of it`;
  return { file: file.name, line, path: [], value: firstLine(file, line), rule, remedy: 'write a finite number' };
}

function nestedProblem(file: SourceFile, line: number): LocatedProblem {
  return { file: file.name, line, path: [], value: firstLine(file, line), ...nesting };
}

function noObject(file: SourceFile, line: number): LocatedProblem {
  const rule = 'every document is a Kubernetes object with `apiVersion` and `kind`';
  const remedy = 'add the two fields, or leave the file out';
  return { file: file.name, line, path: [], value: firstLine(file, line), rule, remedy };
}

function unreadable(error: unknown, file: SourceFile, line: number): LocatedProblem {
  const reason = error instanceof Error ? error.message : String(error);
  const rule = `the document can be written as JSON: ${reason}`;
  return { file: file.name, line, path: [], value: firstLine(file, line), rule, remedy: 'write the aliases out' };
}

function firstLine({ text }: SourceFile, line: number): string {
  return text.split('\n', line)[line - 1]?.trim() ?? '';
}
