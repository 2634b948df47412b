import type { ErrorObject } from 'ajv';
import istioSchemas from '../../../../imports/istio-schemas.json';
import type { Manifest } from '../../manifest/manifest';
import validators from './compiled/istio-validators';

/** What a cluster with Istio's definitions knows of a kind. */
interface KnownKind {
  readonly versions: readonly string[];
  readonly schema: Readonly<Record<string, unknown>>;
}

/** By `group/kind`. */
export const knownKinds: ReadonlyMap<string, KnownKind> = new Map(Object.entries<KnownKind>(istioSchemas));

/** The groups of the API that Istio owns. */
export const istioGroups: ReadonlySet<string> = new Set([...knownKinds.keys()].map((key) => key.split('/')[0] ?? ''));

const seen = new WeakMap<Manifest, readonly ErrorObject[]>();

/** Where an object differs from the schema of its kind; nothing if the kind is not Istio's. */
export function schemaErrors(manifest: Manifest): readonly ErrorObject[] {
  const found = seen.get(manifest) ?? errorsOf(manifest);
  seen.set(manifest, found);
  return found;
}

function errorsOf({ group, kind, content }: Manifest): readonly ErrorObject[] {
  const validate = validators[`${group}/${kind}`];
  validate?.(withoutNulls(content));
  return validate?.errors ?? [];
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
