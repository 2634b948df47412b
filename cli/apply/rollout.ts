import * as z from 'zod';
import type { KubeObject } from '../cluster/kube-object';

const count = z.number().default(0);

const deployment = z.looseObject({
  metadata: z.looseObject({ generation: z.number().default(0) }),
  spec: z.looseObject({ replicas: z.number().default(1) }),
  status: z
    .looseObject({
      observedGeneration: count,
      replicas: count,
      updatedReplicas: count,
      availableReplicas: count,
    })
    .prefault({}),
});

/** How far the pods of a Deployment are on their way to what it says. */
export interface Rollout {
  readonly isDone: boolean;
  /** Pods that are as they should be. */
  readonly available: number;
  readonly wanted: number;
}

/** As `kubectl rollout status` sees it: all pods are of the newest template and available, and no older one is left. */
export function rolloutOf(object: KubeObject): Rollout {
  const { metadata, spec, status } = deployment.parse(object);
  const isSeen = status.observedGeneration >= metadata.generation;
  const available = isSeen ? Math.min(status.availableReplicas, status.updatedReplicas) : 0;
  const isDone = isSeen && available >= spec.replicas && status.replicas <= status.updatedReplicas;
  return { isDone, available, wanted: spec.replicas };
}
