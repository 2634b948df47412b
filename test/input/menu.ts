import * as z from 'zod';
import { readDocument } from '../../lib/input/document';
import { field, text } from '../../lib/input/field';
import type { Reading } from '../../lib/input/source';
import type { Problem } from '../../lib/model/problem';

const price = field((value): value is number => typeof value === 'number' && value > 0, {
  rule: 'a price is above 0',
  remedy: 'write a number such as 4.5',
});
const name = text(/^[a-z]+$/, { rule: 'a name has lower-case letters', remedy: 'write it like `soup`' });

const menuSchema = z.strictObject({
  title: name.default('menu'),
  dishes: z.array(z.strictObject({ name, price })).default([]),
  kitchen: z.strictObject({ cooks: price.default(1) }).prefault({}),
});

/** A small file as a user would write it, for rules that hold for every file. */
export type Menu = z.output<typeof menuSchema>;

export function readMenu(lines: string | readonly string[], rules?: (found: unknown) => Problem[]): Reading<Menu> {
  return readDocument<Menu>({ name: 'menu.yaml', text: [lines].flat().join('\n') }, menuSchema, rules);
}
