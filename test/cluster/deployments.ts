import * as z from 'zod';
import type { Cluster } from '../../cli/cluster/cluster';
import { objectIn } from '../../cli/cluster/objects';
import { until } from '../real/parts/until';

const deployment = z.looseObject({
  metadata: z.looseObject({ generation: z.number() }),
  spec: z.looseObject({
    replicas: z.number(),
    template: z.looseObject({
      metadata: z.looseObject({ annotations: z.record(z.string(), z.string()).default({}) }),
      spec: z.looseObject({ containers: z.array(z.looseObject({ env: z.array(z.looseObject({})).default([]) })) }),
    }),
  }),
  status: z.looseObject({
    observedGeneration: z.number().default(0),
    updatedReplicas: z.number().default(0),
    availableReplicas: z.number().default(0),
    replicas: z.number().default(0),
  }),
});

type Deployment = z.output<typeof deployment>;
type Template = Deployment['spec']['template'];

/** Changes the pods of a release of the frontend, and waits until the new ones serve and the old ones are gone. */
export async function rollOut(
  cluster: Cluster,
  release: 'stable' | 'canary',
  change: (template: Template) => Template,
): Promise<void> {
  const name = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: `frontend-${release}`, namespace: 'frontend' },
  };
  const read = async (): Promise<Deployment> => deployment.parse(await cluster.objects.find(name));
  const { spec } = await read();
  objectIn(await cluster.objects.patch(name, { spec: { template: change(spec.template) } }), name);
  await until(`the Deployment ${name.metadata.name} is rolled out`, async () => {
    const { metadata, spec: wanted, status } = await read();
    const counts = [status.updatedReplicas, status.availableReplicas, status.replicas];
    return status.observedGeneration >= metadata.generation && counts.every((count) => count === wanted.replicas);
  });
}

/** New pods, and nothing else. */
export function restarted(template: Template): Template {
  const annotations = {
    ...template.metadata.annotations,
    'kubectl.kubernetes.io/restartedAt': new Date().toISOString(),
  };
  return { ...template, metadata: { ...template.metadata, annotations } };
}

/** With other variables for the process. */
export function withEnv(...env: readonly { readonly name: string; readonly value: string }[]) {
  return (template: Template): Template => {
    const containers = template.spec.containers.map((one) => ({ ...one, env: [...one.env, ...env] }));
    return { ...template, spec: { ...template.spec, containers } };
  };
}
