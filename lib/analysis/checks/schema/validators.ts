import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import istioSchemas from '../../../../imports/istio-schemas.json';
import type { Manifest } from '../../manifest/manifest';
import { millisecondsOf } from '../../../kubernetes/duration';

/** What a cluster with Istio's definitions knows of a kind. */
interface KnownKind {
  readonly versions: readonly string[];
  readonly schema: Readonly<Record<string, unknown>>;
}

/** By `group/kind`. */
export const knownKinds: ReadonlyMap<string, KnownKind> = new Map(Object.entries<KnownKind>(istioSchemas));

/** The groups of the API that Istio owns. */
export const istioGroups: ReadonlySet<string> = new Set([...knownKinds.keys()].map((key) => key.split('/')[0] ?? ''));

/** Compiled when the first object of the kind is met: most inputs hold few of the kinds. */
const compiled = new Map<string, ValidateFunction>();

const seen = new WeakMap<Manifest, readonly ErrorObject[]>();

/** Where an object differs from the schema of its kind; nothing if the kind is not Istio's. */
export function schemaErrors(manifest: Manifest): readonly ErrorObject[] {
  const found = seen.get(manifest) ?? errorsOf(manifest);
  seen.set(manifest, found);
  return found;
}

function errorsOf({ group, kind, content }: Manifest): readonly ErrorObject[] {
  const key = `${group}/${kind}`;
  const known = knownKinds.get(key);
  if (known === undefined) {
    return [];
  }
  const validate = compiled.get(key) ?? validator().compile(known.schema);
  compiled.set(key, validate);
  validate(withoutNulls(content));
  return validate.errors ?? [];
}

function validator(): Ajv {
  const ajv = new Ajv({ allErrors: true, strict: false, verbose: true, formats: { duration: isLongEnough } });
  ajv.addKeyword({ keyword: 'atMostOneOf', type: 'object', validate: atMostOneOf });
  ajv.addKeyword({ keyword: 'uniqueBy', type: 'array', validate: uniqueBy });
  return ajv;
}

/** Istio takes no duration below a millisecond. */
function isLongEnough(duration: string): boolean {
  return (millisecondsOf(duration) ?? 0) >= 1;
}

function atMostOneOf(groups: readonly (readonly string[])[], value: object): boolean {
  return groups.every((names) => names.filter((name) => name in value).length <= 1);
}

function uniqueBy(name: string, items: readonly unknown[]): boolean {
  const values = items
    .map((item): unknown => (typeof item === 'object' && item !== null ? Reflect.get(item, name) : undefined))
    .filter((value) => value !== undefined);
  return new Set(values).size === values.length;
}

/** The API server drops fields whose value is null before it looks at anything else. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutNulls);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).filter(([, inside]) => inside !== null);
  return Object.fromEntries(entries.map(([key, inside]) => [key, withoutNulls(inside)]));
}
