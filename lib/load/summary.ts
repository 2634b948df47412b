import * as z from 'zod';

const share = z.number().optional();

/** What `script.js` says after a run: shares are 0 to 1, and absent where nothing decides by them. */
export const loadSummary = z.object({
  profile: z.string(),
  verdict: z.enum(['PASS', 'FAIL']),
  /** Every threshold that was missed, as `metric: condition`. */
  failed: z.array(z.string()),
  requests: z.number(),
  errorRate: share,
  p95Milliseconds: share,
  services: z.array(
    z.object({
      service: z.string(),
      split: z.union([z.number(), z.literal('follow')]),
      /** Of the answers that the split decided, those of the canary. */
      canaryShare: share,
      /** The same, counted: answers that the split decided, and those of the canary among them. */
      chosen: z.object({ answers: z.number(), canary: z.number() }).optional(),
      /** Of the answers that follow the caller's lane, those that did. */
      laneKept: share,
      /** Of the answers that a pin asked the canary for, those of the canary. */
      pinKept: share,
      releases: z.array(
        z.object({ release: z.string(), answers: z.number(), errors: z.number(), p95Milliseconds: share }),
      ),
    }),
  ),
  /** Services that no answer tells of. */
  unseen: z.array(z.string()),
});

export type LoadSummary = z.output<typeof loadSummary>;
