import type { ErrorObject } from 'ajv';
import type { FieldPath } from '../../manifest/manifest';

/** What is wrong with one field, in words. */
export interface Complaint {
  readonly path: FieldPath;
  readonly message: string;
  readonly remedy?: string;
}

/**
 * Says what a validator found, with the value and what may stand in its place.
 * @param schema of the whole object
 */
export function complaintOf(error: ErrorObject, content: unknown, schema: unknown): Complaint {
  const path = pathOf(error.instancePath, content);
  const data = valueAt(path, content);
  const value = shortened(data);
  const rule = pathOf(error.schemaPath, schema);
  const allowed = valueAt(rule, schema);
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownField(error, path, valueAt(rule.slice(0, -1), schema));
    case 'required':
      return { path, message: `the field \`${parameter(error, 'missingProperty')}\` is required and absent` };
    case 'type':
      return { path, message: `${value} is no ${String(allowed)}` };
    case 'enum':
      return { path, message: `${value} is none of ${names(allowed).join(', ')}` };
    case 'format':
      return { path, message: `${value} is no duration of at least 1ms, such as 500ms, 1.5s or 1h30m` };
    case 'not':
      return { path, message: `${value} is not allowed here` };
    case 'atMostOneOf':
      return { path, message: `only one of ${tooMany(allowed, data)} may be given` };
    case 'uniqueBy':
      return { path, message: `two items have the same \`${String(allowed)}\`` };
    default:
      return { path, message: `${value} ${error.message ?? ''}` };
  }
}

/** The cluster drops what it does not know, and the writer believes that it works. */
function unknownField(error: ErrorObject, path: FieldPath, schema: unknown): Complaint {
  const name = parameter(error, 'additionalProperty');
  const properties = valueAt(['properties'], schema);
  const known = typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
  const meant = alike(name, known);
  return {
    path: [...path, name],
    message: `the field \`${name}\` is unknown, so what it says has no effect`,
    remedy: meant === undefined ? `the fields here are ${known.join(', ')}` : `write \`${meant}\``,
  };
}

/** The name that somebody meant: the same but for case and punctuation, or one of which this is a part. */
export function alike(name: string, known: readonly string[]): string | undefined {
  const bare = plain(name);
  const near = (one: string): boolean =>
    bare.length > 2 && (plain(one).startsWith(bare) || bare.startsWith(plain(one)));
  return known.find((one) => plain(one) === bare) ?? known.find(near);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function parameter({ params }: ErrorObject, name: string): string {
  return String(params[name]);
}

function names(allowed: unknown): string[] {
  return Array.isArray(allowed) ? allowed.map(String) : [String(allowed)];
}

function tooMany(groups: unknown, data: unknown): string {
  const present = typeof data === 'object' && data !== null ? Object.keys(data) : [];
  const lists = Array.isArray(groups) ? groups.map(names) : [];
  const broken = lists.map((list) => list.filter((name) => present.includes(name))).filter(({ length }) => length > 1);
  return broken.flat().join(', ');
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** A JSON pointer as steps; positions in lists are numbers. */
function pathOf(pointer: string, content: unknown): FieldPath {
  let value = content;
  return pointer
    .split('/')
    .slice(1)
    .map((step) => {
      const name = step.replace(/~1/g, '/').replace(/~0/g, '~');
      const key = Array.isArray(value) ? Number(name) : name;
      value = valueAt([key], value);
      return key;
    });
}

function valueAt(path: FieldPath, content: unknown): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    content,
  );
}
