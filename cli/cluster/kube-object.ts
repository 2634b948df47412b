import * as z from 'zod';

/** Who last wrote which fields of an object. */
const managedFields = z.looseObject({ manager: z.string(), operation: z.string(), time: z.string().optional() });

/** What every Kubernetes object has; everything else in it is for its reader. */
export const kubeObject = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string().optional(),
    labels: z.record(z.string(), z.string()).optional(),
    annotations: z.record(z.string(), z.string()).optional(),
    resourceVersion: z.string().optional(),
    generation: z.number().optional(),
    managedFields: z.array(managedFields).optional(),
  }),
});

export type KubeObject = z.output<typeof kubeObject>;

/** Which object is meant. */
export interface ObjectName {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string | undefined };
}

/** `Kind namespace/name`, as a person would look for it. */
export function nameOf({ kind, metadata: { namespace, name } }: ObjectName): string {
  return `${kind} ${namespace === undefined ? name : `${namespace}/${name}`}`;
}
