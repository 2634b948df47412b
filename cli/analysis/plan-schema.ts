import * as z from 'zod';

/** What `lab plan --json` prints. */
export const planSchema = z
  .array(
    z.strictObject({
      name: z.string(),
      safe: z.boolean(),
      questions: z.int().min(0).describe('What has to hold all the time.'),
      states: z.int().min(0).describe('In how many states that was asked, all together.'),
      sampled: z.boolean().describe('Whether orders or pairs were drawn, because they are too many.'),
      waves: z.array(
        z.strictObject({
          name: z.string(),
          steps: z.array(z.strictObject({ action: z.enum(['apply', 'delete']), object: z.string() })),
        }),
      ),
      breach: z
        .strictObject({
          wave: z.string(),
          step: z.string(),
          taken: z.array(z.string()).describe('Steps of the same wave before it, as far as they matter.'),
          broken: z.array(z.string()),
        })
        .optional()
        .describe('The first moment at which something is broken.'),
    }),
  )
  .describe('Whether every step is safe: one entry for each way to apply, change or remove the objects.');
