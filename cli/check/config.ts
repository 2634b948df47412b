import * as z from 'zod';
import { readDocument } from '../../lib/input/document';
import { field, type FieldText, oneOf } from '../../lib/input/field';
import type { Reading, SourceFile } from '../../lib/input/source';
import { codeProblems } from './codes';
import { failLevels } from './options';

/** A text that is not empty, for programs that know JSON Schema as well. */
function word(words: FieldText): z.ZodType<string> {
  return field((value): value is string => typeof value === 'string' && value !== '', words).meta({
    type: 'string',
    minLength: 1,
  });
}

const codes = z.array(word({ rule: 'the code of a check', remedy: 'write it like KIA1101' }));

/** What `.mesh-lab.yaml` may say. docs/schemas/config.schema.json is made of it. */
export const configSchema = z
  .strictObject({
    failOn: oneOf(...failLevels)
      .meta({ enum: [...failLevels] })
      .optional()
      .describe('The lowest level of findings that end the command with 1. Default: warning.'),
    only: codes.optional().describe('Codes of the checks that count. Default: all.'),
    skip: codes.optional().describe('Codes of checks that do not count.'),
    baseline: word({ rule: 'the path of a file', remedy: 'write it like `.mesh-lab-baseline.json`' })
      .optional()
      .describe('File with known findings, which fail nothing. Relative to the folder of this file.'),
    exclude: z
      .array(word({ rule: 'a pattern of paths', remedy: 'write it like `**/charts/**`' }))
      .optional()
      .describe('Files of folders that are left out, as patterns relative to the folder of this file.'),
  })
  .describe('Settings of `lab check`.');

export type Config = z.infer<typeof configSchema>;

export function readConfig(source: SourceFile): Reading<Config> {
  return readDocument(source, configSchema, unknownCodes);
}

function unknownCodes(found: unknown): ReturnType<typeof codeProblems> {
  return ['only', 'skip'].flatMap((name) => {
    const list: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined;
    // What is no text at all is told by the schema.
    const texts = z.array(z.string().min(1)).safeParse(list).data;
    return texts === undefined ? [] : codeProblems([name], texts);
  });
}
