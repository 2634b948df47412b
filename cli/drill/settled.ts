import * as z from 'zod';
import type { Original } from '../../lib/drill/original';
import type { Objects } from '../cluster/objects';
import { pause } from '../interrupt';

const deployment = z.looseObject({
  metadata: z.looseObject({ generation: z.number().default(0) }),
  spec: z.looseObject({ replicas: z.number().default(1) }),
  status: z
    .looseObject({
      observedGeneration: z.number().default(0),
      replicas: z.number().default(0),
      updatedReplicas: z.number().default(0),
      availableReplicas: z.number().default(0),
    })
    .prefault({}),
});

/** Waits until the Deployments among some objects have all their pods, and no others, or the time is over. */
export async function settled(
  objects: Objects,
  originals: readonly Original[],
  { seconds, signal }: { readonly seconds: number; readonly signal: AbortSignal },
): Promise<boolean> {
  const end = Date.now() + seconds * 1000;
  const deployments = originals.filter(({ subject }) => subject.kind === 'Deployment').map(({ subject }) => subject);
  for (;;) {
    const found = await Promise.all(
      deployments.map(({ apiVersion, kind, namespace, name }) =>
        objects.find({ apiVersion, kind, metadata: { namespace, name } }),
      ),
    );
    if (found.every(isSettled)) {
      return true;
    }
    if (Date.now() > end) {
      return false;
    }
    await pause(1000, signal);
  }
}

function isSettled(object: unknown): boolean {
  const { metadata, spec, status } = deployment.parse(object);
  const counts = [status.replicas, status.updatedReplicas, status.availableReplicas];
  return status.observedGeneration >= metadata.generation && counts.every((count) => count === spec.replicas);
}
