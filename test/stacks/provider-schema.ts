import * as z from 'zod';

const Type = z.union([z.enum(['string', 'number', 'bool']), z.tuple([z.enum(['list', 'map']), z.unknown()])]);

const Block = z.strictObject({
  description_kind: z.string(),
  attributes: z
    .record(
      z.string(),
      z.strictObject({
        type: Type,
        description_kind: z.string(),
        required: z.boolean().optional(),
        optional: z.boolean().optional(),
        computed: z.boolean().optional(),
      }),
    )
    .default({}),
  block_types: z
    .record(
      z.string(),
      z.strictObject({
        nesting_mode: z.enum(['list', 'single']),
        max_items: z.number().optional(),
        block: z.unknown(),
      }),
    )
    .default({}),
});

const Fields = z.record(z.string(), z.unknown());

/**
 * What a provider would not accept in a block of Terraform JSON: attributes it does not know, has
 * for reading only, asks for or types otherwise, and the same in every block inside.
 * @param schema a `block` of `terraform providers schema -json`
 */
export function blockProblems(schema: unknown, content: unknown, place = ''): string[] {
  const { attributes, block_types: blocks } = Block.parse(schema);
  const fields = Fields.safeParse(content).data;
  if (fields === undefined) {
    return [`${place}: not a block`];
  }
  const missing = Object.keys(attributes).filter((name) => attributes[name]?.required && !(name in fields));
  const wrong = Object.entries(fields).flatMap(([name, value]) => {
    const here = `${place}/${name}`;
    const attribute = attributes[name];
    const block = blocks[name];
    if (attribute !== undefined) {
      const isReadOnly = !attribute.required && !attribute.optional;
      return isReadOnly ? [`${here}: for reading only`] : typeProblems(attribute.type, value, here);
    }
    return block === undefined ? [`${here}: unknown`] : nestedProblems(block, value, here);
  });
  return [...missing.map((name) => `${place}/${name}: missing`), ...wrong];
}

function nestedProblems(
  { nesting_mode: mode, max_items: most = Infinity, block }: z.output<typeof Block>['block_types'][string],
  value: unknown,
  place: string,
): string[] {
  if (!Array.isArray(value)) {
    return blockProblems(block, value, place);
  }
  if (mode === 'single' || value.length > most) {
    return [`${place}: more than one block`];
  }
  return value.flatMap((item, index) => blockProblems(block, item, `${place}[${index}]`));
}

const javaScriptTypes = { string: 'string', number: 'number', bool: 'boolean' } as const;

function typeProblems(type: unknown, value: unknown, place: string): string[] {
  const parsed = Type.parse(type);
  if (typeof parsed === 'string') {
    return typeof value === javaScriptTypes[parsed] ? [] : [`${place}: not a ${parsed}`];
  }
  const [collection, element] = parsed;
  const isList = Array.isArray(value);
  if (typeof value !== 'object' || value === null || isList !== (collection === 'list')) {
    return [`${place}: not a ${collection}`];
  }
  return Object.entries(value).flatMap(([key, item]) => typeProblems(element, item, `${place}/${key}`));
}
