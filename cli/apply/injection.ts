import * as z from 'zod';
import type { Inventory } from '../../lib/analysis/inventory/inventory';
import { type Manifest, nameOf } from '../../lib/analysis/manifest/manifest';
import { ClusterError } from '../cluster/cluster-error';
import { kubeObject } from '../cluster/kube-object';
import type { Objects } from '../cluster/objects';
import { pause } from '../interrupt';
import type { Patience } from './patience';

const template = z.looseObject({
  spec: z.looseObject({
    template: z.looseObject({
      metadata: z.looseObject({
        labels: z.record(z.string(), z.string()).default({}),
        annotations: z.record(z.string(), z.string()).default({}),
      }),
      spec: z.looseObject({}),
    }),
  }),
});

const containers = z.array(z.looseObject({ name: z.string() })).default([]);

const injected = z.looseObject({ spec: z.looseObject({ containers, initContainers: containers }) });

/** The Deployments whose pods would tell whether sidecars are injected: the first of each namespace that has them. */
export function injectionWitnesses(manifests: readonly Manifest[], inventory: Inventory): Manifest[] {
  const meshed = new Set(
    inventory.workloads.filter((one) => inventory.isMeshed(one)).map((one) => `${one.namespace}/${one.name}`),
  );
  const candidates = manifests.filter(
    ({ kind, namespace, name }) => kind === 'Deployment' && meshed.has(`${namespace}/${name}`),
  );
  return [...new Map(candidates.toReversed().map((one) => [one.namespace, one])).values()].reverse();
}

/**
 * Waits until a pod of each Deployment would get its sidecar: the API server is asked to admit one, and keeps none. A pod
 * made earlier would be refused, or would run without one.
 * @throws ClusterError if it takes too long
 */
export async function awaitInjection(
  objects: Objects,
  witnesses: readonly Manifest[],
  patience: Patience,
  stop: AbortSignal,
): Promise<void> {
  const deadline = performance.now() + patience.injection;
  for (const witness of witnesses) {
    for (;;) {
      const reason = await whyNotInjected(objects, witness);
      if (reason === undefined) {
        break;
      }
      if (performance.now() > deadline) {
        throw new ClusterError(
          `pods of ${nameOf(witness)} would not get a sidecar: ${reason}`,
          'bring istiod up first: `lab up --only platform`, and see that its pods are ready',
        );
      }
      await pause(patience.pause, stop);
    }
  }
}

async function whyNotInjected(objects: Objects, { content, namespace }: Manifest): Promise<string | undefined> {
  const { metadata, spec } = template.parse(content).spec.template;
  const { labels, annotations } = metadata;
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'mesh-lab-probe', namespace, labels, annotations },
    spec,
  };
  const { object, message } = await objects.create(kubeObject.parse(pod), { dryRun: true });
  if (object === undefined) {
    return message ?? 'the API server refuses a pod';
  }
  const { containers: main, initContainers } = injected.parse(object).spec;
  const has = [...main, ...initContainers].some(({ name }) => name === 'istio-proxy');
  return has ? undefined : 'the API server admits pods as they are, so no webhook injects any';
}
