/**
 * What a cluster accepts in Istio's objects, as JSON Schema: that of the CRDs without what only a
 * reader needs, and with those rules of theirs in CEL that JSON Schema can say.
 */

/** A node of a structural schema, or of what is made from it. */
type Schema = Readonly<Record<string, unknown>>;

/** By `group/kind`: the versions that are served, and the schema of the whole object. */
export type ValidationSchemas = Readonly<
  Record<string, { readonly versions: readonly string[]; readonly schema: Schema }>
>;

export interface CustomResourceDefinition {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly { readonly name: string; readonly schema: { readonly openAPIV3Schema: Schema } }[];
  };
}

/** Keywords that mean the same in both languages. */
const kept = [
  'enum',
  'maximum',
  'maxItems',
  'maxLength',
  'maxProperties',
  'minimum',
  'minItems',
  'minLength',
  'minProperties',
  'required',
];

/**
 * All versions of a kind of Istio have the same schema.
 *
 * Beside the keywords of JSON Schema there are `atMostOneOf` (names of fields that exclude each
 * other), `uniqueBy` (the field that no two items share), and the format `duration` (of at least 1 ms).
 */
export function validationSchemas(crds: readonly CustomResourceDefinition[]): ValidationSchemas {
  return Object.fromEntries(
    crds.map(({ spec: { group, names, versions } }) => {
      const [one, ...others] = versions.map(({ schema }) => JSON.stringify(objectSchema(schema.openAPIV3Schema)));
      if (one === undefined || others.some((other) => other !== one)) {
        throw new Error(`the versions of ${names.kind} differ: each needs a schema of its own`);
      }
      const schema = record(JSON.parse(one));
      return [`${group}/${names.kind}`, { versions: versions.map(({ name }) => name).sort(), schema }];
    }),
  );
}

/** The API server checks the rest of every object, and nobody writes a status. */
function objectSchema(schema: Schema): Schema {
  const { spec } = record(schema['properties']);
  const properties = { apiVersion: {}, kind: {}, metadata: {}, spec: closed(record(spec)), status: {} };
  return { type: 'object', properties, required: schema['required'], additionalProperties: false };
}

function closed(schema: Schema): Schema {
  const { properties, items, additionalProperties, pattern } = schema;
  const isOpen = schema['x-kubernetes-preserve-unknown-fields'] === true;
  return {
    type: schema['x-kubernetes-int-or-string'] === true ? ['integer', 'string'] : schema['type'],
    ...Object.fromEntries(kept.filter((key) => key in schema).map((key) => [key, schema[key]])),
    ...(typeof pattern === 'string' && isCompilable(pattern) ? { pattern } : {}),
    ...(properties === undefined ? {} : { properties: closedEach(record(properties)), additionalProperties: isOpen }),
    ...(items === undefined ? {} : { items: closed(record(items)) }),
    ...(additionalProperties === undefined ? {} : { additionalProperties: closed(record(additionalProperties)) }),
    ...exclusions(schema),
    ...translated(schema),
  };
}

function closedEach(properties: Schema): Schema {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, closed(record(schema))]));
}

/** Patterns are RE2's, which has more than JavaScript: those are left to the cluster. */
function isCompilable(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').source !== '';
  } catch {
    return false;
  }
}

/**
 * A `oneof` of protobuf stands in a CRD as `oneOf: [none of them, required a, required b]`, and other
 * exclusions as a sum in CEL.
 */
function exclusions(schema: Schema): Schema {
  const ofProtobuf = [schema, ...records(schema['allOf'])].map(({ oneOf }) =>
    records(oneOf).flatMap(({ required }) => (Array.isArray(required) ? required.map(String) : [])),
  );
  const sums = rulesOf(schema).filter((rule) => /^(\(has\(self\.\w+\) \? 1 : 0\)( \+ )?)+ <= 1$/.test(rule));
  const ofRules = sums.map((sum) => [...sum.matchAll(/self\.(\w+)/g)].map(([, name]) => name));
  const groups = [...ofProtobuf, ...ofRules].filter((names) => names.length > 1);
  return groups.length === 0 ? {} : { atMostOneOf: groups };
}

/** Rules in CEL that have a counterpart; rules that look beyond their own field are left out. */
const counterparts: readonly (readonly [rule: RegExp, counterpart: Schema])[] = [
  [/^duration\(self\) >= duration\('1ms'\)$/, { format: 'duration' }],
  [/^0 < self && self <= 65535$/, { minimum: 1, maximum: 65535 }],
  [/^!self\.contains\("\*"\)$/, { pattern: '^[^*]*$' }],
  [/^self != "\*"$/, { not: { const: '*' } }],
  [/^self\.all\(l1, self\.exists_one\(l2, l1\.number == l2\.number\)\)$/, { uniqueBy: 'number' }],
];

function translated(schema: Schema): Schema {
  const found = rulesOf(schema).flatMap((rule) =>
    counterparts.filter(([known]) => known.test(rule)).map(([, same]) => same),
  );
  return found.reduce<Schema>((all, one) => ({ ...all, ...one }), {});
}

function rulesOf(schema: Schema): string[] {
  return records(schema['x-kubernetes-validations']).map(({ rule }) => String(rule).replace(/\s+/g, ' ').trim());
}

function record(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function records(value: unknown): Schema[] {
  return Array.isArray(value) ? value.map(record) : [];
}
