import { endpointsOf } from '../inventory/endpoints';
import { qualified } from '../inventory/hosts';
import type { Inventory } from '../inventory/inventory';
import { podPortOf } from '../inventory/pod-port';
import { registeredBehind } from '../inventory/registered';
import { type Connection, connectionOf, type Spoken, spokenOutside } from '../transport/connection';
import type { Labels } from '../manifest/manifest';
import { podsWith } from '../views/pod-labels';
import { portNumbered, type Service } from '../views/service';
import type { Destination } from '../views/virtual-service';
import type { Workload } from '../views/workload';
import { destinationPolicyOf, subsetOf } from '../transport/destination-policy';
import { isSentByProxy } from '../transport/sender';
import { workloadsAt } from './destinations';
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
  readonly transport: Spoken;
  /** Why requests fail here, if they do: the status a client sees, and the reason. */
  readonly failure?: Failure | undefined;
}

export interface Failure {
  /** Of HTTP; 0 for a connection that comes to nothing. */
  readonly status: number;
  /** What a caller by gRPC is told. @default - nothing of its own */
  readonly grpcStatus?: string;
  readonly reason: string;
}

interface Place {
  readonly inventory: Inventory;
  readonly client: Client;
  readonly scope: SidecarScope;
  /** Whether it is a rule for connections that names the destination. @default false */
  readonly isConnection?: boolean;
}

/**
 * Where a destination leads.
 * @param namespace of the object that names it: short names are of this one
 * @param listener the port of the request, which counts where a destination names none
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/route/route.go GetDestinationCluster
 */
export function targetOf(place: Place, destination: Destination, namespace: string, listener: number): Target {
  const { inventory, client } = place;
  const host = qualified(destination.host ?? '', namespace);
  const service = inventory.serviceOf(host);
  const port = destination.port?.number ?? onlyPort(place, host) ?? listener;
  const { subset = '' } = destination;
  const policy = isRouted(client, port) ? destinationPolicyOf(inventory, host, client) : { rules: [] };
  const declared = subset === '' ? undefined : subsetOf(policy, subset);
  // Without an address of its own a Service leaves the choice of the pod to the client, whatever the subset.
  const chosen = service?.isHeadless === true ? undefined : declared?.name;
  const workloads = workloadsAt(inventory, policy, { host, subset: chosen });
  const labels = chosen === undefined ? {} : (declared?.labels ?? {});
  const base = { host, port, subset: destination.subset, workloads, ...podsBehind(place, service, workloads, labels) };
  const failure =
    failureOfHost(place, host, port) ??
    (subset !== '' && declared === undefined ? missingSubset(host, subset, client) : undefined) ??
    (service !== undefined && base.pods === 0 && service.externalName === undefined
      ? noPods(service, destination.subset)
      : undefined) ??
    (service === undefined && endpointsOf(inventory, { host, port, reader: client.namespace }, labels) === 0
      ? noPods({ host }, destination.subset, 'endpoint')
      : undefined);
  const connections = service === undefined ? [] : connectionsTo(place, service, base);
  return { ...base, transport: transportOf(place, base, connections), failure };
}

/**
 * Gateways, and rules for connections, take the one port of a host. For requests a sidecar knows of every host what it has at
 * the port of the request alone.
 */
function onlyPort({ inventory, client, isConnection = client.isGateway }: Place, host: string): number | undefined {
  const ports = isConnection ? inventory.portsOf(host, client.namespace) : [];
  const [only, ...others] = ports.filter(({ isIgnored }) => !isIgnored);
  return others.length === 0 ? only?.number : undefined;
}

/** Gateways and sidecars follow rules; past a sidecar there is Kubernetes alone. */
function isRouted(client: Client, port: number): boolean {
  return client.isGateway || isSentByProxy(client, port);
}

/** @param labels of the subset */
function podsBehind(
  { inventory }: Place,
  service: Service | undefined,
  workloads: readonly Workload[],
  labels: Labels,
): { pods?: number } {
  if (service === undefined || service.externalName !== undefined || Object.keys(service.selector).length === 0) {
    return {};
  }
  const wanted = { ...service.selector, ...labels };
  const registered = registeredBehind(inventory, service, labels).length;
  return { pods: workloads.reduce((sum, workload) => sum + podsWith(workload, wanted), registered) };
}

/** A proxy has no cluster for what it does not know, and answers 503 by itself. */
function failureOfHost({ inventory, client, scope }: Place, host: string, port: number): Failure | undefined {
  if (!inventory.knowsHost(host)) {
    return { status: 503, reason: `no Service and no ServiceEntry has the host ${host}` };
  }
  if (isRouted(client, port) && !scope.reaches(host)) {
    return { status: 503, reason: `the proxy of the client does not know ${host}` };
  }
  const declared = inventory.portsOf(host, client.namespace).find(({ number }) => number === port);
  const ignored = `what declares port ${port} of ${host} counts for nothing beside another ServiceEntry of that host`;
  return declared?.isIgnored === false
    ? undefined
    : { status: 503, reason: declared === undefined ? `${host} has no port ${port}` : ignored };
}

function missingSubset(host: string, subset: string, client: Client): Failure {
  return {
    status: 503,
    reason: `no DestinationRule for ${host} that namespace ${client.namespace} sees has a subset ${subset}`,
  };
}

function noPods({ host }: Pick<Service, 'host'>, subset: string | undefined, what = 'pod'): Failure {
  return { status: 503, reason: `no ${what} is behind ${host}${subset === undefined ? '' : `, subset ${subset}`}` };
}

/** One to the pods of each workload. */
function connectionsTo(
  { inventory, client }: Place,
  service: Service,
  { workloads, port, subset = '' }: Pick<Target, 'workloads' | 'port' | 'subset'>,
): Connection[] {
  const servicePort = portNumbered(service, port);
  return workloads.map((workload) => {
    const podPort = (servicePort && podPortOf(servicePort, workload)) ?? port;
    const { protocol = 'TCP' } = servicePort ?? {};
    return connectionOf(inventory, client, { workload, port: podPort, protocol, service: { service, port }, subset });
  });
}

/** Plaintext where pods differ: nobody can rely on more. */
function transportOf(
  { inventory, client }: Place,
  to: Omit<Target, 'transport'>,
  connections: readonly Connection[],
): Spoken {
  const [first, ...others] = connections.map(({ spoken }) => spoken);
  if (first === undefined) {
    return spokenOutside(inventory, client, to);
  }
  return others.every((spoken) => spoken === first) ? first : 'plaintext';
}
