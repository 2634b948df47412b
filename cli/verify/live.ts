import * as z from 'zod';
import { includesLabels } from '../../lib/analysis/views/selector';
import type { Live } from '../../lib/verify/plan';
import { managedBy } from '../../lib/verify/probe';
import type { Objects } from '../cluster/objects';

const pod = z.looseObject({
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string(),
    labels: z.record(z.string(), z.string()).default({}),
    deletionTimestamp: z.string().optional(),
  }),
  status: z.looseObject({ phase: z.string().default(''), podIP: z.string().optional() }).prefault({}),
});

/** A pod that runs, and is nobody's probe. */
export interface RunningPod {
  readonly namespace: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly address: string;
}

/** What runs in a cluster, as far as questions need it. */
export interface LiveCluster extends Live {
  readonly pods: readonly RunningPod[];
}

export async function liveCluster(objects: Objects): Promise<LiveCluster> {
  const [pods, services] = await Promise.all([objects.list('v1', 'Pod'), objects.list('v1', 'Service')]);
  const running = pods
    .map((one) => pod.parse(one))
    .filter(({ metadata, status }) => metadata.deletionTimestamp === undefined && status.phase === 'Running')
    .filter(({ metadata }) => !includesLabels(metadata.labels, managedBy))
    .map(({ metadata: { namespace, name, labels }, status }): RunningPod => {
      return { namespace, name, labels, address: status.podIP ?? '' };
    });
  const names = new Set(services.map(({ metadata }) => `${metadata.namespace ?? ''}/${metadata.name}`));
  return {
    pods: running,
    addressesOf: (namespace, labels) =>
      running
        .filter((one) => one.namespace === namespace && includesLabels(one.labels, labels))
        .map(({ address }) => address),
    hasService: (namespace, name) => names.has(`${namespace}/${name}`),
  };
}
