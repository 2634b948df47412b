import * as z from 'zod';

/** What `lab drill list --json` prints. */
export const drillListSchema = z
  .array(
    z.strictObject({
      name: z.string(),
      breaks: z.string(),
      prediction: z.union([
        z.strictObject({ by: z.literal('check'), codes: z.array(z.string()) }),
        z.strictObject({ by: z.enum(['gate', 'verify']), because: z.string() }),
      ]),
      fix: z.string(),
    }),
  )
  .describe('Every fault that can be made on purpose.');
