import * as z from 'zod';

const failure = z.strictObject({
  status: z.int().min(0).describe('Of HTTP; 0 for a connection that comes to nothing.'),
  grpcStatus: z.string().optional().describe('What a caller by gRPC is told.'),
  reason: z.string(),
});

const port = z.int().min(0).max(65535);
const share = z.number().min(0).max(1).describe('Of the requests that take this rule.');
const workload = z.string().describe('`namespace/name`');
const headers = z.record(z.string(), z.string()).describe('By names in lower case.');

const destination = z.strictObject({
  host: z.string(),
  port,
  subset: z.string().optional(),
  pods: z.int().min(0).optional().describe('How many can answer; absent for hosts outside of the cluster.'),
  transport: z.string().describe('What the connection is: mutual TLS, TLS, or plaintext.'),
  share,
  sent: z
    .strictObject({
      method: z.string(),
      path: z.string().optional(),
      host: z.string(),
      headers: z.record(z.string(), z.string().nullable()).describe('null: known to be missing.'),
    })
    .describe('The request as it gets there.'),
  failure: failure.optional(),
  workloads: z.array(workload),
  access: z.array(
    z.strictObject({
      workload,
      verdict: z.enum(['allowed', 'partly', 'denied', 'depends']),
      requests: z.string().optional().describe('Which requests pass, where not all do.'),
    }),
  ),
});

/** What `lab route --json` prints. */
export const routeSchema = z
  .array(
    z.strictObject({
      from: z.string(),
      request: z.strictObject({
        scheme: z.enum(['http', 'https']),
        host: z.string(),
        port,
        method: z.string(),
        path: z.string(),
        query: z.record(z.string(), z.string()),
        headers,
      }),
      rule: z
        .strictObject({ object: z.string(), file: z.string(), line: z.int().min(1) })
        .optional()
        .describe('The rule that decides.'),
      destinations: z.array(destination),
      mirrors: z.array(z.strictObject({ host: z.string(), port, subset: z.string().optional(), share })),
      direct: failure.optional().describe('What is answered without asking anybody.'),
      timeout: z.string().optional().describe('As written; without one a request waits for as long as it takes.'),
      retries: z.strictObject({
        attempts: z.int().min(0).describe('Beside the first try.'),
        perTryTimeout: z.string().optional(),
        retryOn: z.string(),
      }),
      reasons: z.array(z.string()).describe('What was decided, step by step.'),
      refusals: z.array(z.string()),
      failure: failure.optional().describe('Why some of the requests, or all, get no good answer.'),
    }),
  )
  .describe('Where requests go: one entry for each client and kind of request.');
