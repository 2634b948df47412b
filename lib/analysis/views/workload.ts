import * as z from 'zod';
import type { FieldPath, Labels, Manifest } from '../manifest/manifest';
import { fields, flag, item, list, number, scalarLabels, text, word, words } from '../manifest/lenient';
import { labelSelector, type LabelSelector } from './selector';

const probe = fields({
  httpGet: fields({ path: text, port: word, scheme: text }),
  tcpSocket: fields({ port: word }),
  grpc: fields({ port: number }),
  exec: fields({}),
});
const securityContext = fields({ runAsUser: number, runAsNonRoot: flag });
const amount = fields({ cpu: word, memory: word });

const container = item({
  name: text,
  image: text,
  command: words,
  args: words,
  ports: list(item({ name: text, containerPort: number, protocol: text })),
  env: list(item({ name: text, value: word })),
  resources: fields({ requests: amount, limits: amount }),
  livenessProbe: probe,
  readinessProbe: probe,
  startupProbe: probe,
  lifecycle: fields({ preStop: fields({ sleep: fields({ seconds: number }), exec: fields({ command: words }) }) }),
  securityContext,
  restartPolicy: text,
});

const podSpec = {
  serviceAccountName: text,
  containers: list(container),
  initContainers: list(container),
  hostNetwork: flag,
  terminationGracePeriodSeconds: number,
  securityContext,
};
const template = fields({
  metadata: fields({ labels: scalarLabels, annotations: scalarLabels }),
  spec: fields(podSpec),
});

const spec = item({
  replicas: number,
  parallelism: number,
  selector: labelSelector,
  template,
  jobTemplate: fields({ spec: fields({ parallelism: number, template }) }),
  ...podSpec,
});

/** The kinds that make pods; Argo's Rollout is written like a Deployment. */
const kinds: readonly string[] = [
  'Deployment',
  'StatefulSet',
  'ReplicaSet',
  'DaemonSet',
  'Job',
  'CronJob',
  'Pod',
  'Rollout',
];

/** What makes pods of one template: all alike, so that one stands for them all. */
export interface Workload {
  readonly manifest: Manifest;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** How many pods it makes; 1 for a DaemonSet, whose nodes no YAML shows. */
  readonly replicas: number;
  /** Of its pods. */
  readonly labels: Labels;
  /** Of its pods. */
  readonly annotations: Labels;
  readonly serviceAccount: string;
  readonly containers: readonly Container[];
  readonly initContainers: readonly Container[];
  readonly isOnHostNetwork: boolean;
  /** Seconds; Kubernetes gives 30. */
  readonly gracePeriod: number;
  readonly runAsUser?: number | undefined;
  /** By which the controller finds its pods. */
  readonly selector?: LabelSelector | undefined;
  /** Where the pod stands in the object: its `metadata` and `spec` are below. */
  readonly podPath: FieldPath;
}

export type Container = z.output<typeof container>;
export type Probe = NonNullable<z.output<typeof probe>>;

const seen = new WeakMap<Manifest, Workload>();

/** The pods that an object makes, if it makes any. */
export function workloadView(manifest: Manifest): Workload | undefined {
  if (!kinds.includes(manifest.kind)) {
    return undefined;
  }
  const found = seen.get(manifest) ?? read(manifest);
  seen.set(manifest, found);
  return found;
}

function read(manifest: Manifest): Workload {
  const { kind, namespace, name, labels, annotations, content } = manifest;
  const found = spec.parse(content['spec']);
  const job = found.jobTemplate?.spec;
  const owned = found.template ?? job?.template;
  const pod = kind === 'Pod' ? { metadata: { labels, annotations }, spec: found } : owned;
  return {
    manifest,
    kind,
    namespace,
    name,
    replicas: found.replicas ?? found.parallelism ?? job?.parallelism ?? 1,
    labels: pod?.metadata?.labels ?? {},
    annotations: pod?.metadata?.annotations ?? {},
    serviceAccount: pod?.spec?.serviceAccountName ?? 'default',
    containers: pod?.spec?.containers ?? [],
    initContainers: pod?.spec?.initContainers ?? [],
    isOnHostNetwork: pod?.spec?.hostNetwork ?? false,
    gracePeriod: pod?.spec?.terminationGracePeriodSeconds ?? 30,
    runAsUser: pod?.spec?.securityContext?.runAsUser,
    selector: kind === 'Pod' ? undefined : found.selector,
    podPath: kind === 'Pod' ? [] : ['spec', ...(kind === 'CronJob' ? ['jobTemplate', 'spec'] : []), 'template'],
  };
}

/**
 * The containers that run as long as the pod does: sidecars are init containers that never end.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
 */
export function lastingContainers({ containers, initContainers }: Workload): readonly Container[] {
  return [...containers, ...initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always')];
}

/**
 * A proxy that is injected into an empty pod, to be a gateway, or that Istio makes for a Gateway of
 * the Gateway API: it stands for nobody's application.
 * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
 */
export function isGatewayPod({ annotations, labels }: Workload): boolean {
  const templates = annotations['inject.istio.io/templates'] ?? '';
  return templates.includes('gateway') || labels['gateway.networking.k8s.io/gateway-name'] !== undefined;
}
