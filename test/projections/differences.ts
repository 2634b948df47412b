import * as z from 'zod';
import { nameOf, objectsIn } from './extract/objects';

const Named = z.array(z.looseObject({ name: z.string() })).min(1);
const Fields = z.record(z.string(), z.unknown());

/**
 * `Kind namespace/name: field` for every field that is not the same in both, sorted. A list of
 * things that have names is compared thing by thing; any other list is one field.
 */
export function differences(before: readonly string[], after: readonly string[]): string[] {
  const [old, young] = [before, after].map((texts) => new Map(objectsIn(texts).map((one) => [nameOf(one), one])));
  return fieldsThatDiffer(old, young)
    .map(([object = '', ...path]) =>
      path.length === 0 ? object : `${object}: ${path.join('.').replaceAll('.[', '[')}`,
    )
    .sort();
}

function fieldsThatDiffer(one: unknown, other: unknown): string[][] {
  if (JSON.stringify(one) === JSON.stringify(other) && !(one instanceof Map)) {
    return [];
  }
  const [left, right] = [fieldsOf(one), fieldsOf(other)];
  if (left === undefined || right === undefined) {
    return [[]];
  }
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
    fieldsThatDiffer(left.get(key), right.get(key)).map((path) => [key, ...path]),
  );
}

/** What can be compared part by part; a part that one side lacks is compared with undefined. */
function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (value instanceof Map) {
    return new Map([...value].map(([key, one]): [string, unknown] => [String(key), one]));
  }
  const named = Named.safeParse(value).data;
  if (named !== undefined) {
    return new Map(named.map((one) => [`[${one.name}]`, one]));
  }
  const fields = Array.isArray(value) ? undefined : Fields.safeParse(value).data;
  return fields === undefined ? undefined : new Map(Object.entries(fields));
}
