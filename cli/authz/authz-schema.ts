import * as z from 'zod';

/** What `lab authz --json` prints. */
export const authzSchema = z
  .strictObject({
    pairs: z.array(
      z.strictObject({
        from: z.string(),
        to: z.string(),
        port: z.int().min(1).max(65535),
        isMetrics: z.boolean().describe('Whether the port is one of the sidecar, where metrics are read.'),
        verdict: z.enum(['allowed', 'partly', 'denied', 'depends']),
        requests: z.string().optional().describe('Which requests pass, where not all do.'),
        layers: z
          .array(
            z.strictObject({
              layer: z.enum(['network', 'mutual TLS', 'authorization']),
              because: z.string(),
              decides: z.boolean(),
              object: z.string().optional(),
              place: z.string().optional().describe('`file:line`'),
            }),
          )
          .describe('What each layer says; the first that refuses is the last.'),
      }),
    ),
    denied: z.int().min(0).describe('How many pairs are left out, all of them denied.'),
  })
  .describe('Who may call whom.');
