import * as z from 'zod';

const pod = z.looseObject({
  metadata: z.looseObject({ deletionTimestamp: z.string().optional() }),
  status: z.looseObject({
    conditions: z.array(z.looseObject({ type: z.string(), status: z.string() })).default([]),
  }),
});

/** Whether a pod may get requests: ready, and not told to stop. */
export function isReady(object: unknown): boolean {
  const { data } = pod.safeParse(object);
  const condition = data?.status.conditions.find(({ type }) => type === 'Ready');
  return condition?.status === 'True' && data?.metadata.deletionTimestamp === undefined;
}
