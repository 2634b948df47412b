import * as z from 'zod';
import type { KubeObject } from '../../../cli/cluster/kube-object';
import { type Pod, podOf } from '../api/pods';

/** A pod as controllers, the injector and a node would make it of a workload. */
export interface RunningPod {
  readonly object: Pod;
  readonly namespace: string;
  /** What the workload is called. */
  readonly workload: string;
  readonly address: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly account: string;
  /** Whether it has a sidecar. */
  readonly isMeshed: boolean;
}

const PodSpec = z.looseObject({
  serviceAccountName: z.string().default('default'),
  containers: z.array(
    z.looseObject({
      ports: z.array(z.looseObject({ name: z.string().optional(), containerPort: z.number() })).default([]),
    }),
  ),
});
const Replicas = z.object({ spec: z.looseObject({ replicas: z.number().default(1) }) });

/** The pods of every workload. */
export function podsOf(objects: readonly KubeObject[]): RunningPod[] {
  const namespaces = new Map(
    objects.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => [metadata.name, metadata.labels ?? {}]),
  );
  const pods = objects.flatMap((object) => {
    const pod = podOf(object);
    const { replicas } = Replicas.parse(object.spec === undefined ? { spec: {} } : object).spec;
    return pod === undefined ? [] : Array.from({ length: replicas }, (_, index) => ({ pod, index }));
  });
  return pods.map(({ pod, index }, number) => {
    const { namespace = 'default', name } = pod.metadata;
    const isMeshed = getsSidecar(pod.metadata.labels ?? {}, namespaces.get(namespace) ?? {});
    const labels = { ...pod.metadata.labels, ...(isMeshed ? { 'security.istio.io/tlsMode': 'istio' } : {}) };
    const metadata = { ...pod.metadata, name: `${name}-${index}`, namespace, labels };
    return {
      object: { ...pod, metadata },
      namespace,
      workload: name,
      address: `10.1.${(number >> 8) + 1}.${(number & 255) + 1}`,
      labels,
      account: PodSpec.parse(pod.spec).serviceAccountName,
      isMeshed,
    };
  });
}

/** @see https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/#controlling-the-injection-policy */
function getsSidecar(own: Readonly<Record<string, string>>, ofNamespace: Readonly<Record<string, string>>): boolean {
  const asked = own['sidecar.istio.io/inject'];
  return asked === undefined ? ofNamespace['istio-injection'] === 'enabled' : asked === 'true';
}

const Port = z.looseObject({
  name: z.string().optional(),
  port: z.number(),
  targetPort: z.union([z.number(), z.string()]).optional(),
  protocol: z.string().default('TCP'),
  appProtocol: z.string().optional(),
});
const Service = z.object({
  spec: z.looseObject({ selector: z.record(z.string(), z.string()).default({}), ports: z.array(Port).default([]) }),
});
type Port = z.infer<typeof Port>;

/** What the endpoint controller would write of each Service. */
export function slicesOf(objects: readonly KubeObject[], pods: readonly RunningPod[]): KubeObject[] {
  return objects
    .filter(({ kind }) => kind === 'Service')
    .flatMap((object) => {
      const { namespace = 'default', name } = object.metadata;
      const { selector, ports } = Service.parse(object).spec;
      const behind = pods.filter((pod) => pod.namespace === namespace && isSelected(pod, selector));
      return behind.map((pod, index): KubeObject => ({
        apiVersion: 'discovery.k8s.io/v1',
        kind: 'EndpointSlice',
        metadata: { name: `${name}-${index}`, namespace, labels: { 'kubernetes.io/service-name': name } },
        addressType: 'IPv4',
        ports: ports.flatMap((servicePort) => {
          const { name: called, protocol, appProtocol } = servicePort;
          const number = targetIn(pod, servicePort);
          return number === undefined
            ? []
            : [{ name: called ?? '', port: number, protocol, ...(appProtocol && { appProtocol }) }];
        }),
        endpoints: [
          {
            addresses: [pod.address],
            conditions: { ready: true },
            targetRef: { kind: 'Pod', name: pod.object.metadata.name, namespace },
          },
        ],
      }));
    });
}

/** The pods behind a Service, by its full name. */
export function podsBehind(
  objects: readonly KubeObject[],
  pods: readonly RunningPod[],
  host: string,
): readonly RunningPod[] {
  const [name, namespace] = host.split('.');
  return objects
    .filter(({ kind, metadata: one }) => kind === 'Service' && one.name === name && one.namespace === namespace)
    .map((object) => Service.parse(object).spec)
    .flatMap(({ selector }) => pods.filter((pod) => pod.namespace === namespace && isSelected(pod, selector)));
}

/** The port of a pod to which a port of its Services leads; without such a Service the same. */
export function portBehind(objects: readonly KubeObject[], pod: RunningPod, port: number): number {
  const found = objects
    .filter(({ kind, metadata }) => kind === 'Service' && metadata.namespace === pod.namespace)
    .map((object) => Service.parse(object).spec)
    .filter(({ selector }) => isSelected(pod, selector))
    .flatMap(({ ports }) => ports)
    .find((one) => one.port === port);
  return found === undefined ? port : (targetIn(pod, found) ?? port);
}

function isSelected(pod: RunningPod, selector: Readonly<Record<string, string>>): boolean {
  const wanted = Object.entries(selector);
  return wanted.length > 0 && wanted.every(([key, value]) => pod.object.metadata.labels?.[key] === value);
}

function targetIn(pod: RunningPod, { port, targetPort = port }: Port): number | undefined {
  return typeof targetPort === 'number' ? targetPort : portNamed(pod, targetPort);
}

function portNamed({ object }: RunningPod, name: string): number | undefined {
  return PodSpec.parse(object.spec)
    .containers.flatMap(({ ports }) => ports)
    .find((port) => port.name === name)?.containerPort;
}
