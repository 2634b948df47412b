import * as z from 'zod';
import type { Manifest } from '../../lib/analysis/manifest/manifest';
import { readManifests } from '../../lib/analysis/manifest/read';

const json = z.json();

/** Plain values of YAML and JSON. */
export type Json = z.output<typeof json>;

/** Makes faulty inputs from a faultless one: one variant for every place where the fault can be made. */
export type Mutation = (objects: readonly Manifest[]) => Iterable<readonly Manifest[]>;

/** A kind; `Gateway` alone is Istio's, that of the Gateway API is `Gateway.gateway.networking.k8s.io`. */
function isOf({ group, kind }: Manifest, wanted: string): boolean {
  const isOther = kind === 'Gateway' && group !== 'networking.istio.io';
  return wanted === `${kind}.${group}` || (wanted === kind && !isOther);
}

/** What stands in the place of a value: another value, or nothing at all; undefined leaves the place alone. */
type Replacement = Json | ((old: Json) => Json | typeof nothing | undefined) | typeof nothing;

/** A field that is taken out. */
export const nothing = Symbol('nothing');

/**
 * Replaces the value of a field in objects of a kind, one place at a time.
 * @param path `spec.http.*.route.0.weight`: steps by name or index, `*` for every item; a last step
 * that is missing is added; a list of steps where a name has dots
 */
export function change(kind: string, path: string | readonly string[], to: Replacement): Mutation {
  const steps = typeof path === 'string' ? path.split('.') : path;
  return function* variants(objects) {
    for (const [index, object] of objects.entries()) {
      if (isOf(object, kind)) {
        for (const content of replaced(jsonOf(object.content), steps, to)) {
          yield objects.with(index, manifestOf(content));
        }
      }
    }
  };
}

/** Makes the variants of a mutation in objects of one name alone. */
export function only(name: string, mutation: Mutation): Mutation {
  return function* variants(objects) {
    for (const [index, object] of objects.entries()) {
      for (const changed of object.name === name ? mutation([object]) : []) {
        yield objects.toSpliced(index, 1, ...changed);
      }
    }
  };
}

/** Takes out objects of a kind, one at a time. */
export function remove(kind: string): Mutation {
  return function* variants(objects) {
    for (const [index, object] of objects.entries()) {
      if (isOf(object, kind)) {
        yield objects.toSpliced(index, 1);
      }
    }
  };
}

/** Adds an object that is made from one of a kind, for each of them in turn. */
export function addFrom(kind: string, make: (original: Manifest) => Json): Mutation {
  return function* variants(objects) {
    for (const object of objects.filter((one) => isOf(one, kind))) {
      yield [...objects, manifestOf(make(object))];
    }
  };
}

/** A copy of an object under another name, with some fields replaced. */
export function copyOf(original: Manifest, name: string, changes: Readonly<Record<string, Replacement>> = {}): Json {
  const renamed: Readonly<Record<string, Replacement>> = { 'metadata.name': name, ...changes };
  return Object.entries(renamed).reduce<Json>((content, [path, to]) => {
    const [first = content] = replaced(content, path.split('.'), to);
    return first;
  }, jsonOf(original.content));
}

/** A replacement that rewrites a text, and leaves anything else alone. */
export function rewritten(rewrite: (old: string) => string): (old: Json) => Json {
  return (old) => (typeof old === 'string' ? rewrite(old) : old);
}

function jsonOf(value: unknown): Json {
  return json.parse(value);
}

function manifestOf(content: Json): Manifest {
  const { manifests, problems } = readManifests([{ name: 'mutated.json', text: JSON.stringify(content) }]);
  const [manifest] = manifests;
  if (manifest === undefined) {
    throw new Error(`a mutation made what is no object: ${JSON.stringify(problems)}`);
  }
  return manifest;
}

function* replaced(value: Json, [step = '', ...rest]: readonly string[], to: Replacement): Generator<Json> {
  const isList = Array.isArray(value);
  const steps = step === '*' ? keysOf(value) : [step];
  for (const key of steps) {
    const old = entry(value, key);
    if (rest.length > 0 && old !== undefined) {
      for (const inside of replaced(old, rest, to)) {
        yield withEntry(value, key, inside);
      }
    } else if (rest.length === 0 && typeof value === 'object' && value !== null && (!isList || old !== undefined)) {
      const next = typeof to === 'function' ? (old === undefined ? undefined : to(old)) : to;
      if (next !== undefined && !(next === nothing && old === undefined)) {
        yield withEntry(value, key, next);
      }
    }
  }
}

function keysOf(value: Json): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

function entry(value: Json, key: string): Json | undefined {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return found === undefined ? undefined : jsonOf(found);
}

function withEntry(value: Json, key: string, next: Json | typeof nothing): Json {
  const isList = Array.isArray(value);
  const entries = keysOf(value)
    .filter((name) => name !== key || next !== nothing)
    .map((name): [string, Json] => [name, name === key && next !== nothing ? next : (entry(value, name) ?? null)]);
  if (!keysOf(value).includes(key) && next !== nothing) {
    entries.push([key, next]);
  }
  return isList ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

/** Where the lab's own services live. */
export const labNamespaces: readonly string[] = ['frontend', 'backend', 'ml'];

/**
 * The same faults, made in objects of some namespaces alone: what is a fault there may be none
 * elsewhere, where pods have no sidecar, a Service has no version to choose, or the callee is not
 * among the files.
 */
export function inNamespaces(
  namespaces: readonly string[],
  mutations: Readonly<Record<string, Mutation>>,
): Record<string, Mutation> {
  const limited = (mutation: Mutation): Mutation =>
    function* variants(objects) {
      const isMeant = ({ kind, name, namespace }: Manifest): boolean =>
        namespaces.includes(kind === 'Namespace' ? name : namespace);
      const meant = objects.filter(isMeant);
      const others = objects.filter((object) => !isMeant(object));
      for (const variant of mutation(meant)) {
        yield [...others, ...variant];
      }
    };
  return Object.fromEntries(Object.entries(mutations).map(([name, mutation]) => [name, limited(mutation)]));
}
