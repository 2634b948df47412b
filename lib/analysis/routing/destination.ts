import { qualified } from '../inventory/hosts';
import type { Inventory } from '../inventory/inventory';
import { podPortOf } from '../inventory/pod-port';
import { isVisible } from '../inventory/visibility';
import { mutualTlsOf } from '../transport/mutual-tls';
import { includesLabels } from '../views/selector';
import type { Service } from '../views/service';
import type { Destination } from '../views/virtual-service';
import type { Workload } from '../views/workload';
import { destinationPolicyOf, subsetOf, tlsModeOf } from '../transport/destination-policy';
import type { Client } from './request';
import type { SidecarScope } from './sidecar-scope';

/** What a proxy does with requests that a rule sends to a destination. */
export interface Target {
  readonly host: string;
  readonly port: number;
  readonly subset?: string | undefined;
  /** What makes the pods behind it; empty for hosts outside of the cluster. */
  readonly workloads: readonly Workload[];
  /** How many pods can answer; absent for hosts outside of the cluster. */
  readonly pods?: number;
  /** What the connection is: encrypted by the mesh, by TLS of the destination's own, or not at all. */
  readonly transport: 'mutual TLS' | 'TLS' | 'plaintext';
  /** Why requests fail here, if they do: the status a client sees, and the reason. */
  readonly failure?: Failure | undefined;
}

export interface Failure {
  readonly status: number;
  readonly reason: string;
}

interface Place {
  readonly inventory: Inventory;
  readonly client: Client;
  readonly scope: SidecarScope;
}

/**
 * Where a destination leads.
 * @param namespace of the object that names it: short names are of this one
 * @param listener the port of the request, which counts where a destination names none and its host has several
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/route/route.go GetDestinationCluster
 */
export function targetOf(place: Place, destination: Destination, namespace: string, listener: number): Target {
  const { inventory, client } = place;
  const host = qualified(destination.host ?? '', namespace);
  const service = inventory.serviceOf(host);
  const [only, ...others] =
    service?.ports ?? inventory.entriesOf(host)[0]?.spec.ports.map(({ number }) => ({ port: number })) ?? [];
  const port = destination.port?.number ?? (others.length === 0 ? only?.port : undefined) ?? listener;
  const policy = destinationPolicyOf(inventory, host, client);
  const { subset } = destination;
  const declared = subset === undefined || subset === '' ? undefined : subsetOf(policy, subset);
  const behind = service === undefined ? [] : inventory.workloadsBehind(service);
  const workloads = behind.filter(({ labels }) => includesLabels(labels, declared?.labels ?? {}));
  const base = { host, port, subset, workloads, ...podsBehind(service, workloads) };
  const failure =
    failureOfHost(place, host, port) ??
    (subset !== undefined && subset !== '' && declared === undefined
      ? missingSubset(host, subset, client)
      : undefined) ??
    (service !== undefined && base.pods === 0 && service.externalName === undefined
      ? noPods(service, subset)
      : undefined);
  const transport = transportOf(place, base, tlsModeOf(policy, subset, port), service);
  return { ...base, transport, failure: failure ?? refusedPlaintext(inventory, base, transport, service) };
}

function podsBehind(service: Service | undefined, workloads: readonly Workload[]): { pods?: number } {
  const isOfCluster =
    service !== undefined && service.externalName === undefined && Object.keys(service.selector).length > 0;
  return isOfCluster ? { pods: workloads.reduce((sum, { replicas }) => sum + replicas, 0) } : {};
}

/** A proxy has no cluster for what it does not know, and answers 503 by itself. */
function failureOfHost({ inventory, client, scope }: Place, host: string, port: number): Failure | undefined {
  const service = inventory.serviceOf(host);
  const [entry] = inventory.entriesOf(host);
  const owner = inventory.ownerOf(host);
  const exportTo = service?.exportTo ?? entry?.spec.exportTo ?? [];
  if (owner === undefined) {
    return { status: 503, reason: `no Service and no ServiceEntry has the host ${host}` };
  }
  if (!isVisible(exportTo, owner, client.namespace) || !scope.seesHost(host, owner)) {
    return { status: 503, reason: `the proxy of the client does not know ${host}` };
  }
  const ports = service?.ports.map((one) => one.port) ?? entry?.spec.ports.map(({ number }) => number) ?? [];
  return ports.includes(port) ? undefined : { status: 503, reason: `${host} has no port ${port}` };
}

function missingSubset(host: string, subset: string, client: Client): Failure {
  return {
    status: 503,
    reason: `no DestinationRule for ${host} that namespace ${client.namespace} sees has a subset ${subset}`,
  };
}

function noPods({ host }: Service, subset: string | undefined): Failure {
  return { status: 503, reason: `no pod is behind ${host}${subset === undefined ? '' : `, subset ${subset}`}` };
}

/**
 * What no rule says, proxies settle: mutual TLS with pods that have a sidecar, unless these refuse it.
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/tls-configuration/#auto-mtls
 */
function transportOf(
  { inventory, client }: Place,
  { workloads, port }: Pick<Target, 'workloads' | 'port'>,
  mode: string | undefined,
  service: Service | undefined,
): Target['transport'] {
  if (!client.isMeshed || mode === 'DISABLE') {
    return 'plaintext';
  }
  if (mode === 'SIMPLE' || mode === 'MUTUAL') {
    return 'TLS';
  }
  const modes = workloads.map((workload) => mutualTlsOf(inventory, workload, podPort(service, workload, port)));
  const isEncrypted = inventory.mesh.isAutoMutualTls && modes.length > 0 && modes.every((one) => one !== 'DISABLE');
  return mode === 'ISTIO_MUTUAL' || isEncrypted ? 'mutual TLS' : 'plaintext';
}

function refusedPlaintext(
  inventory: Inventory,
  { workloads, host, port }: Pick<Target, 'workloads' | 'host' | 'port'>,
  transport: Target['transport'],
  service: Service | undefined,
): Failure | undefined {
  const isStrict = workloads.some((one) => mutualTlsOf(inventory, one, podPort(service, one, port)) === 'STRICT');
  return transport !== 'mutual TLS' && isStrict
    ? { status: 503, reason: `${host} takes mutual TLS alone, and the client speaks ${transport}` }
    : undefined;
}

/** The port of the pods that a port of a Service leads to; the same, where no Service translates it. */
function podPort(service: Service | undefined, workload: Workload, port: number): number {
  const servicePort = service?.ports.find((one) => one.port === port);
  return (servicePort && podPortOf(servicePort, workload)) ?? port;
}
