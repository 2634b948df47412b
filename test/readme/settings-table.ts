import * as z from 'zod';
import { settingsSchema } from '../../stacks/settings';

interface Field {
  readonly properties?: Readonly<Record<string, Field>>;
  readonly oneOf?: readonly Field[];
  readonly default?: unknown;
  readonly const?: unknown;
  readonly description?: string;
}

const field: z.ZodType<Field> = z.lazy(() =>
  z.object({
    properties: z.record(z.string(), field).optional(),
    oneOf: z.array(field).optional(),
    default: z.unknown().optional(),
    const: z.unknown().optional(),
    description: z.string().optional(),
  }),
) as z.ZodType<Field>;

/** The settings as the README shows them: one row each, in the order of the schema. */
export function settingsTable(): string {
  const schema = field.parse(z.toJSONSchema(settingsSchema, { unrepresentable: 'any', io: 'input' }));
  return ['| setting | default | what it does |', '| --- | --- | --- |', ...rows([], schema)].join('\n');
}

function rows(path: readonly string[], { properties, oneOf, ...self }: Field): string[] {
  if (properties !== undefined) {
    return Object.entries(properties).flatMap(([name, inner]) => rows([...path, name], inner));
  }
  const alternatives = new Map((oneOf ?? []).flatMap((one) => Object.entries(one.properties ?? {})));
  alternatives.delete('backend');
  return [
    row(oneOf === undefined ? path : [...path, 'backend'], self),
    ...[...alternatives].map(([name, inner]) => row([...path, name], inner)),
  ];
}

function row(path: readonly string[], { default: value, description = '' }: Field): string {
  const shown = value === undefined ? '' : `\`${show(value)}\``;
  return `| \`${path.join('.')}\` | ${shown} | ${description} |`;
}

function show(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.join(', ')}]`;
  }
  const scalar: unknown = typeof value === 'object' && value !== null ? (Object.values(value)[0] ?? '{}') : value;
  return String(scalar);
}
