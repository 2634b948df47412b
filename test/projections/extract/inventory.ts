import * as z from 'zod';
import { allOf, type KubeObject, Labels, Metadata, objectsIn } from './objects';
import { selects } from './selector';

/** The pods that one template makes: all alike, so that one stands for them all. */
export interface Pod {
  /** Name of the Deployment, Job or CronJob. */
  readonly name: string;
  readonly namespace: string;
  /** Service account. */
  readonly account: string;
  readonly labels: Labels;
  /** Values of all environment variables. */
  readonly env: readonly string[];
  /** Whether the pod gets a sidecar, and with it an identity. */
  readonly meshed: boolean;
}

export interface ServicePort {
  readonly number: number;
  readonly targetPort: number;
  readonly protocol: string;
}

/** A Kubernetes Service and the pods behind it. */
export interface Endpoint {
  readonly host: string;
  readonly ports: readonly ServicePort[];
  readonly pods: readonly Pod[];
}

/** What a cluster would know of some YAML files. */
export interface Inventory {
  readonly objects: readonly KubeObject[];
  readonly pods: readonly Pod[];
  /** By host. */
  readonly endpoints: ReadonlyMap<string, Endpoint>;
  /** Labels of each namespace. */
  readonly namespaces: ReadonlyMap<string, Labels>;
}

const Template = z.object({
  metadata: z.object({ labels: Labels.default({}) }),
  spec: z.object({
    serviceAccountName: z.string(),
    containers: z.array(z.object({ env: z.array(z.object({ value: z.string() })).default([]) })),
  }),
});
const Controller = z.object({ metadata: Metadata, spec: z.object({ template: Template }) });
const CronJob = z
  .object({ metadata: Metadata, spec: z.object({ jobTemplate: z.object({ spec: Controller.shape.spec }) }) })
  .transform(({ metadata, spec }) => ({ metadata, spec: spec.jobTemplate.spec }));

const Namespace = z.object({ metadata: z.object({ name: z.string(), labels: Labels.default({}) }) });

const Service = z.object({
  metadata: Metadata,
  spec: z.object({
    selector: Labels,
    ports: z.array(z.object({ port: z.number(), targetPort: z.number(), appProtocol: z.string() })),
  }),
});

export function inventoryOf(texts: readonly string[]): Inventory {
  const objects = objectsIn(texts);
  const namespaces = new Map(
    allOf(objects, 'Namespace', Namespace).map(({ metadata: { name, labels } }) => [name, withOwnName(name, labels)]),
  );
  const controllers = [
    ...allOf(objects, 'Deployment', Controller),
    ...allOf(objects, 'Job', Controller),
    ...allOf(objects, 'CronJob', CronJob),
  ];
  const pods = controllers.map((controller) => podOf(controller, namespaces));
  const endpoints = new Map(allOf(objects, 'Service', Service).map((service) => endpointOf(service, pods)));
  return { objects, pods, endpoints, namespaces };
}

/** The API server labels every namespace with its name. */
export function withOwnName(name: string, labels: Labels = {}): Labels {
  return { ...labels, 'kubernetes.io/metadata.name': name };
}

function podOf({ metadata, spec }: z.infer<typeof Controller>, namespaces: Inventory['namespaces']): Pod {
  const { labels } = spec.template.metadata;
  const { serviceAccountName, containers } = spec.template.spec;
  const isInjected = namespaces.get(metadata.namespace)?.['istio-injection'] === 'enabled';
  return {
    ...metadata,
    account: serviceAccountName,
    labels,
    env: containers.flatMap(({ env }) => env.map(({ value }) => value)),
    meshed: isInjected && labels['sidecar.istio.io/inject'] !== 'false',
  };
}

function endpointOf({ metadata, spec }: z.infer<typeof Service>, pods: readonly Pod[]): [string, Endpoint] {
  const { name, namespace } = metadata;
  const host = `${name}.${namespace}.svc.cluster.local`;
  const ports = spec.ports.map(({ port, targetPort, appProtocol }) => {
    return { number: port, targetPort, protocol: appProtocol };
  });
  const behind = pods.filter((pod) => pod.namespace === namespace && selects(spec.selector, pod.labels));
  return [host, { host, ports, pods: behind }];
}
