import * as z from 'zod';
import type { KubeObject } from '../../../cli/cluster/kube-object';

const PodTemplate = z.object({
  metadata: z.looseObject({}).default({}),
  spec: z.looseObject({}),
});
const Controller = z.object({ spec: z.object({ template: PodTemplate }) });
const Scheduler = z.object({ spec: z.object({ jobTemplate: Controller }) });

const controllers = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job'];

/** A Pod of which no more is known than that it has a specification. */
export type Pod = KubeObject & { readonly spec: Readonly<Record<string, unknown>> };

/** The Pod that a workload's controller would create; nothing for an object that creates no Pods. */
export function podOf(object: KubeObject): Pod | undefined {
  const template = templateOf(object);
  return (
    template && {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { ...template.metadata, name: object.metadata.name, namespace: object.metadata.namespace },
      spec: template.spec,
    }
  );
}

function templateOf(object: KubeObject): z.infer<typeof PodTemplate> | undefined {
  if (object.kind === 'CronJob') {
    return Scheduler.parse(object).spec.jobTemplate.spec.template;
  }
  return controllers.includes(object.kind) ? Controller.parse(object).spec.template : undefined;
}
