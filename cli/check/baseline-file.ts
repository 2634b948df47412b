import * as z from 'zod';
import { decoded } from '../../lib/input/decoded';
import { readDocument } from '../../lib/input/document';
import { field } from '../../lib/input/field';
import { InputError } from '../../lib/input/input-error';
import { fileProblem } from '../file-error';
import { readBytes } from '../read/read-bytes';
import { replaceFile } from '../replace-file';
import type { BaselineEntry } from './baseline';

const remedy = 'write the file anew: `lab check --write-baseline FILE`';

const word = field((value): value is string => typeof value === 'string', { rule: 'a text', remedy });

const count = field((value): value is number => Number.isSafeInteger(value) && Number(value) > 0, {
  rule: 'a whole number from 1 on: how many findings are equal',
  remedy,
});

const baselineSchema = z.strictObject({
  version: field((value): value is 1 => value === 1, { rule: '1, the only version there is', remedy }),
  findings: z.array(z.strictObject({ code: word, object: word, field: word, message: word, count })),
});

/** @throws InputError with all that is wrong with the file */
export function readBaseline(file: string): readonly BaselineEntry[] {
  const source = decoded(file, bytesOf(file));
  const { value, problems } = 'text' in source ? readDocument(source, baselineSchema) : { problems: [source] };
  if (value === undefined) {
    throw new InputError(problems);
  }
  return value.findings;
}

/** Replaces the file, or writes it for the first time. */
export function writeBaseline(file: string, findings: readonly BaselineEntry[]): void {
  replaceFile(file, `${JSON.stringify({ version: 1, findings }, undefined, 2)}\n`);
}

function bytesOf(file: string): Buffer {
  try {
    return readBytes(file);
  } catch (error) {
    const problem = fileProblem(error, 'write it with `lab check --write-baseline FILE`, or name another');
    throw problem === undefined ? error : new InputError([problem]);
  }
}
