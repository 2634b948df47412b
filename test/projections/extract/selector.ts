import * as z from 'zod';
import { Labels } from './objects';

/** Strict: an expression that nobody evaluates here must not pass for an empty selector. */
export const Selector = z.strictObject({ matchLabels: Labels.default({}) });
export type Selector = z.infer<typeof Selector>;

/** Whether all labels of a selector are among some labels; an empty selector takes everything. */
export function selects(wanted: Labels, labels: Labels): boolean {
  return Object.entries(wanted).every(([key, value]) => labels[key] === value);
}
