import * as z from 'zod';
import { edgeNames, type PodEdge, somebody } from './edges';
import { infrastructureHosts } from './infrastructure';
import type { Inventory, Pod } from './inventory';
import { allOf, Labels, Metadata } from './objects';
import { selects } from './selector';

const Sidecar = z.object({
  metadata: Metadata,
  spec: z.strictObject({
    workloadSelector: z.strictObject({ labels: Labels }).optional(),
    egress: z.array(z.strictObject({ hosts: z.array(z.string()) })),
    outboundTrafficPolicy: z.strictObject({ mode: z.literal('REGISTRY_ONLY') }),
  }),
});
type Sidecar = z.infer<typeof Sidecar>;

const ServiceEntry = z.object({
  metadata: Metadata,
  spec: z.object({
    hosts: z.array(z.string()),
    exportTo: z.array(z.string()),
    ports: z.array(z.object({ number: z.number() })),
  }),
});
type ServiceEntry = z.infer<typeof ServiceEntry>;

/**
 * Whom a proxy knows, according to Sidecars: every port of every host they name, in the cluster
 * and outside. Without a Sidecar a proxy knows everything; a pod out of the mesh has no proxy.
 */
export function egressEdges(inventory: Inventory): string[] {
  const sidecars = allOf(inventory.objects, 'Sidecar', Sidecar);
  const entries = allOf(inventory.objects, 'ServiceEntry', ServiceEntry);
  const meshed = inventory.pods.filter((pod) => pod.meshed);
  const edges = meshed.flatMap((from) => {
    const own = sidecars.filter((sidecar) => appliesTo(sidecar, from));
    const hosts = own.flatMap(({ spec }) => spec.egress.flatMap((listener) => listener.hosts));
    return own.length === 0
      ? [{ from, to: somebody('everything'), port: '*' }]
      : hosts.flatMap((host) => edgesTo(host, from, inventory, entries));
  });
  return edgeNames(edges, inventory.pods);
}

function appliesTo({ metadata, spec }: Sidecar, pod: Pod): boolean {
  return metadata.namespace === pod.namespace && selects(spec.workloadSelector?.labels ?? {}, pod.labels);
}

/** `namespace/host`; a host that nobody has is an edge to somebody of that name. */
function edgesTo(scopedHost: string, from: Pod, inventory: Inventory, entries: readonly ServiceEntry[]): PodEdge[] {
  const [scope = '', host = ''] = scopedHost.split('/');
  const namespace = scope === '.' ? from.namespace : scope;
  const known = infrastructureHosts.get(host);
  if (known !== undefined && host.includes(`.${namespace}.svc.`)) {
    return [{ from, to: somebody(known), port: '*' }];
  }
  const endpoint = inventory.endpoints.get(host);
  if (endpoint !== undefined && host.includes(`.${namespace}.svc.`)) {
    return endpoint.pods.flatMap((to) => endpoint.ports.map(({ targetPort }) => ({ from, to, port: targetPort })));
  }
  const ports = entries
    .filter(({ metadata, spec }) => spec.hosts.includes(host) && metadata.namespace === namespace)
    .filter(({ spec }) => spec.exportTo.includes(from.namespace === namespace ? '.' : from.namespace))
    .flatMap(({ spec }) => spec.ports);
  const to = somebody(ports.length === 0 ? `unknown host ${scopedHost}` : host);
  return (ports.length === 0 ? [{ number: 0 }] : ports).map(({ number }) => ({ from, to, port: number }));
}
