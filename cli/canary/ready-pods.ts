import type { ReleaseName } from '../../lib/model/service';
import type { Cluster } from '../cluster/cluster';
import { isReady } from '../cluster/readiness';

export interface ReadyPodsProps {
  readonly service: string;
  readonly namespace: string;
}

/** How many pods of each release of a service may get requests. */
export async function readyPods(
  { objects }: Pick<Cluster, 'objects'>,
  { service, namespace }: ReadyPodsProps,
): Promise<Record<ReleaseName, number>> {
  const found = await objects.list('v1', 'Pod', { namespace, labels: `app=${service},version in (stable,canary)` });
  const ready = found.filter(isReady).map(({ metadata: { labels = {} } }) => labels['version']);
  return {
    stable: ready.filter((version) => version === 'stable').length,
    canary: ready.filter((version) => version === 'canary').length,
  };
}
