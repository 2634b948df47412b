import type * as z from 'zod';
import type { Problem } from '../model/problem';

/** What a schema finds wrong with a value, in words for the writer of the file. */
export function schemaProblems(schema: z.ZodType, found: unknown): Problem[] {
  return schema.safeParse(found).error?.issues.flatMap((issue) => problemsOf(issue, found)) ?? [];
}

/** The problems behind one issue: an object with three unknown fields has three. */
function problemsOf(issue: z.core.$ZodIssue, found: unknown): Problem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? step.toString() : step));
  const value = valueAt(path, found);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        value: key,
        rule: 'a field of this file is one that the documentation names',
        remedy: 'check the spelling and the indentation, or remove the line',
      }));
    case 'custom':
      return [{ path, value, rule: String(issue.params?.['rule']), remedy: String(issue.params?.['remedy']) }];
    case 'invalid_union': {
      const words = 'options' in issue ? (issue.options ?? []).map(String).join(', ') : '';
      return [{ path, value, rule: `one of: ${words}`, remedy: `write one of these words: ${words}` }];
    }
    case 'invalid_type':
      return [{ path, value, rule: `this is ${shapes[issue.expected] ?? issue.expected}`, remedy: shapeRemedy }];
    default:
      return [{ path, value, rule: issue.message, remedy: shapeRemedy }];
  }
}

const shapeRemedy = 'see the example in the documentation of this file';

const shapes: Readonly<Record<string, string>> = {
  object: 'a mapping with fields of its own',
  record: 'a mapping with fields of its own',
  array: 'a list',
};

function valueAt(path: Problem['path'], found: unknown): unknown {
  return path.reduce<unknown>((value, step) => (isRecord(value) ? value[step] : undefined), found);
}

function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}
