import * as z from 'zod';

const line = z.int().min(1);

/** What `lab check --output json` prints. */
export const checkSchema = z
  .strictObject({
    objects: z.int().min(0).describe('How many objects were looked at.'),
    checks: z.int().min(0).describe('How many checks were made.'),
    findings: z.array(
      z.strictObject({
        code: z.string(),
        aliases: z.array(z.string()).describe('What other tools call the same.'),
        level: z.enum(['error', 'warning', 'info']),
        object: z.string(),
        file: z.string(),
        line,
        field: z.string(),
        message: z.string(),
        remedy: z.string(),
        link: z.string(),
        known: z.boolean().describe('Whether the baseline has it.'),
        fails: z.boolean().describe('Whether the command ends with 1 for it.'),
      }),
    ),
    problems: z
      .array(
        z.strictObject({
          file: z.string(),
          line: line.optional(),
          path: z.array(z.union([z.string(), z.number()])),
          value: z.unknown().optional(),
          rule: z.string(),
          remedy: z.string(),
        }),
      )
      .describe('What could not be read: with any the command ends with 2.'),
    baseline: z
      .strictObject({ file: z.string(), stale: z.int().min(0).describe('How many of its findings are gone.') })
      .optional(),
  })
  .describe('What is wrong with Kubernetes and Istio YAML.');
