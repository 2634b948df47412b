import * as z from 'zod';

const amount = z.strictObject({
  cpu: z.number().describe('Cores.'),
  memory: z.number().describe('Bytes.'),
});

/** What `lab budget --json` prints. */
export const budgetSchema = z
  .strictObject({
    rows: z.array(
      z.strictObject({
        kind: z.string(),
        namespace: z.string(),
        name: z.string(),
        pods: z.number().min(0),
        containers: amount,
        sidecars: amount,
      }),
    ),
    badRequests: z
      .array(
        z.strictObject({
          file: z.string(),
          line: z.int().min(1),
          object: z.string(),
          field: z.string(),
          value: z.string(),
        }),
      )
      .describe('Requests that are no quantity, and count as nothing.'),
    platform: amount,
    total: amount,
    capacity: amount,
    fits: z.boolean(),
  })
  .describe('What pods and sidecars ask for, all pods of an object together.');
