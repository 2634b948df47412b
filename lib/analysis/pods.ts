import { z } from 'zod';

const names = z.record(z.string(), z.string());
const quantity = z.union([z.string(), z.number()]).transform(String);
const metadata = z.object({ name: z.string().optional(), labels: names.optional(), annotations: names.optional() });
const template = z.object({
  metadata: metadata.optional(),
  spec: z.object({
    containers: z.array(
      z.object({
        resources: z
          .object({ requests: z.object({ cpu: quantity.optional(), memory: quantity.optional() }).optional() })
          .optional(),
      }),
    ),
  }),
});

/** The kinds that make pods, and where they say how many and which. */
const workload = z.object({
  kind: z.enum(['Deployment', 'StatefulSet', 'ReplicaSet', 'Job', 'CronJob', 'Pod']),
  metadata: metadata.extend({ namespace: z.string().default('default') }),
  spec: z.object({
    replicas: z.number().optional(),
    parallelism: z.number().optional(),
    template: template.optional(),
    jobTemplate: z.object({ spec: z.object({ parallelism: z.number().optional(), template }) }).optional(),
  }),
});

const namespace = z.object({
  kind: z.literal('Namespace'),
  metadata: metadata.extend({ name: z.string() }),
});

/** The pods one object makes. */
export interface Pods {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly count: number;
  /** What each container asks for, in Kubernetes quantities. */
  readonly requests: readonly { readonly cpu?: string | undefined; readonly memory?: string | undefined }[];
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/**
 * The pods of a Kubernetes object, if it makes any. A DaemonSet is left out: how many pods it makes
 * depends on nodes that no YAML shows.
 */
export function podsOf(object: unknown): Pods | undefined {
  const found = workload.safeParse(object).data;
  if (found === undefined) {
    return undefined;
  }
  const { kind, spec, metadata: owner } = found;
  const job = spec.jobTemplate?.spec;
  const pod = kind === 'Pod' ? template.safeParse(object).data : (spec.template ?? job?.template);
  return {
    kind,
    namespace: owner.namespace,
    name: owner.name ?? '',
    count: spec.replicas ?? spec.parallelism ?? job?.parallelism ?? 1,
    requests: pod?.spec.containers.map(({ resources }) => resources?.requests ?? {}) ?? [],
    labels: pod?.metadata?.labels ?? {},
    annotations: pod?.metadata?.annotations ?? {},
  };
}

/** The name of a namespace whose pods get a sidecar by default. */
export function injectedNamespace(object: unknown): string | undefined {
  const found = namespace.safeParse(object).data;
  const labels = found?.metadata.labels ?? {};
  const isInjected = labels['istio-injection'] === 'enabled' || labels['istio.io/rev'] !== undefined;
  return isInjected && labels['istio-injection'] !== 'disabled' ? found?.metadata.name : undefined;
}
