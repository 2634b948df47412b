import { z } from 'zod';
import type { ReleaseName } from '../../lib/model/service';
import type { Cluster } from '../cluster/cluster';

const pod = z.looseObject({
  metadata: z.looseObject({ deletionTimestamp: z.string().optional() }),
  status: z.looseObject({
    conditions: z.array(z.looseObject({ type: z.string(), status: z.string() })).default([]),
  }),
});

export interface ReadyPodsProps {
  readonly service: string;
  readonly namespace: string;
}

/** How many pods of each release of a service may get requests: ready, and not told to stop. */
export async function readyPods(
  { objects }: Cluster,
  { service, namespace }: ReadyPodsProps,
): Promise<Record<ReleaseName, number>> {
  const found = await objects.list('v1', 'Pod', { namespace, labels: `app=${service},version in (stable,canary)` });
  const ready = found.filter((one) => isReady(one)).map(({ metadata: { labels = {} } }) => labels['version']);
  return {
    stable: ready.filter((version) => version === 'stable').length,
    canary: ready.filter((version) => version === 'canary').length,
  };
}

function isReady(object: unknown): boolean {
  const { data } = pod.safeParse(object);
  const condition = data?.status.conditions.find(({ type }) => type === 'Ready');
  return condition?.status === 'True' && data?.metadata.deletionTimestamp === undefined;
}
