import * as z from 'zod';

/** What `lab doctor --json` prints. */
export const doctorSchema = z
  .strictObject({
    isFine: z.boolean(),
    examinations: z.array(
      z.strictObject({
        group: z.string(),
        title: z.string(),
        outcome: z.enum(['ok', 'note', 'problem']),
        found: z.string(),
        remedy: z.string().optional(),
        link: z.string().optional(),
      }),
    ),
  })
  .describe('What is missing on this machine.');
