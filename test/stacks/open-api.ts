import * as z from 'zod';

const Node = z.looseObject({
  type: z.enum(['object', 'array', 'string', 'integer', 'number', 'boolean']).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
  required: z.array(z.string()).default([]),
  items: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  minimum: z.number().default(-Infinity),
  maximum: z.number().default(Infinity),
  minLength: z.number().default(0),
  maxLength: z.number().default(Infinity),
  minItems: z.number().default(0),
  maxItems: z.number().default(Infinity),
  pattern: z.string().optional(),
  oneOf: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).default([]),
  not: z.unknown().optional(),
  'x-kubernetes-int-or-string': z.boolean().default(false),
  'x-kubernetes-preserve-unknown-fields': z.boolean().default(false),
});
type Node = z.output<typeof Node>;

const Fields = z.record(z.string(), z.unknown());

/**
 * What an API server would refuse, drop or warn about in a value, by the structural OpenAPI schema
 * of its CustomResourceDefinition. Rules in CEL (`x-kubernetes-validations`) are not evaluated.
 */
export function schemaProblems(schema: unknown, value: unknown, place = ''): string[] {
  const node = Node.parse(schema);
  const own = Array.isArray(value) ? listProblems(node, value, place) : scalarOrFieldProblems(node, value, place);
  const combined = node.allOf.flatMap((part) => schemaProblems(part, value, place));
  const matching = (parts: readonly unknown[]): number =>
    parts.filter((part) => schemaProblems(part, value).length === 0).length;
  return [
    ...own,
    ...combined,
    ...(node.oneOf !== undefined && matching(node.oneOf) !== 1 ? [`${place}: not one of its forms`] : []),
    ...(node.anyOf !== undefined && matching(node.anyOf) === 0 ? [`${place}: none of its forms`] : []),
    ...(node.not !== undefined && matching([node.not]) > 0 ? [`${place}: a forbidden form`] : []),
  ];
}

function listProblems({ type, items, minItems, maxItems }: Node, value: readonly unknown[], place: string): string[] {
  if (type !== undefined && type !== 'array') {
    return [`${place}: not of type ${type}`];
  }
  const size = value.length < minItems || value.length > maxItems ? [`${place}: ${value.length} items`] : [];
  const inside = items === undefined ? [] : value.flatMap((item, i) => schemaProblems(items, item, `${place}[${i}]`));
  return [...size, ...inside];
}

function scalarOrFieldProblems(node: Node, value: unknown, place: string): string[] {
  const { type } = node;
  if (node['x-kubernetes-int-or-string']) {
    return Number.isInteger(value) || typeof value === 'string' ? [] : [`${place}: not of type int-or-string`];
  }
  if (type !== undefined && !hasType(type, value)) {
    return [`${place}: not of type ${type}`];
  }
  const fields = Fields.safeParse(value).data;
  return fields === undefined ? scalarProblems(node, value, place) : fieldProblems(node, fields, place);
}

function hasType(type: NonNullable<Node['type']>, value: unknown): boolean {
  switch (type) {
    case 'object':
      return Fields.safeParse(value).success;
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function fieldProblems(node: Node, fields: z.output<typeof Fields>, place: string): string[] {
  const missing = node.required.filter((name) => !(name in fields)).map((name) => `${place}.${name}: missing`);
  const wrong = Object.entries(fields).flatMap(([name, value]) => {
    const here = `${place}.${name}`;
    const schema = node.properties?.[name] ?? node.additionalProperties;
    if (schema !== undefined && schema !== true && schema !== false) {
      return schemaProblems(schema, value, here);
    }
    // A part of a combination says nothing of the other fields.
    const isKnown = schema === true || node.type === undefined || node['x-kubernetes-preserve-unknown-fields'];
    return isKnown ? [] : [`${here}: unknown`];
  });
  return [...missing, ...wrong];
}

function scalarProblems(node: Node, value: unknown, place: string): string[] {
  const problems: string[] = [];
  if (node.enum !== undefined && !node.enum.includes(value)) {
    problems.push(`${place}: not one of ${node.enum.join(', ')}`);
  }
  if (typeof value === 'number' && (value < node.minimum || value > node.maximum)) {
    problems.push(`${place}: ${value} is out of range`);
  }
  if (typeof value === 'string') {
    const isPattern = node.pattern === undefined || new RegExp(node.pattern).test(value);
    if (value.length < node.minLength || value.length > node.maxLength || !isPattern) {
      problems.push(`${place}: not such a text`);
    }
  }
  return problems;
}
