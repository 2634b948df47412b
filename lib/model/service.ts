import type { Duration } from './duration';
import type { Identity } from './identity';
import type { Process } from './process';
import type { TrafficPolicy } from './traffic-policy';

/**
 * What a port speaks. Istio decides from it whether requests can be routed, retried and
 * authorized by path, so it is never left to detection.
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/
 */
export type Protocol = 'http' | 'http2' | 'grpc' | 'tcp';

/** One port of a service. */
export interface Port {
  /** The port callers use, 1-65535. */
  readonly number: number;
  readonly protocol: Protocol;
  /**
   * Tells two ports of one protocol apart; becomes `<protocol>-<suffix>`.
   * @default - the port is named after its protocol
   */
  readonly suffix?: string;
}

/** Paths of the first port that answer 200 while the process is alive, and while it can take requests. */
export interface Health {
  readonly livenessPath: string;
  readonly readinessPath: string;
}

/** Requests and limits of one container, in Kubernetes quantities. */
export interface Resources {
  readonly cpu: string;
  readonly memory: string;
  /** The most memory the container may take. CPU has no limit: throttling is worse than sharing. */
  readonly memoryLimit: string;
}

export type ReleaseName = 'stable' | 'canary';

/** One version of a service that runs beside the other, and what its process asks for. */
export interface Release extends Process {
  readonly name: ReleaseName;
  readonly replicas: number;
  /**
   * Ports that the process listens on where the service has others, by the number of the service's port.
   * @default - the same numbers
   */
  readonly listensOn?: Readonly<Record<number, number>>;
  /**
   * How it is asked whether it lives and serves.
   * @default - by connecting to the first port (gRPC: by its health protocol): of an image nobody knows the paths, and
   * whoever serves accepts connections
   */
  readonly health?: Health;
}

/** How long a pod keeps serving after it was told to stop. */
export interface Shutdown {
  /** Time for every proxy to learn that the pod is going before it stops to accept. */
  readonly drain: Duration;
  /** From the first signal to the kill; covers `drain` and the longest request. */
  readonly grace: Duration;
}

/** Requests and limits of a sidecar, in Kubernetes quantities; Istio takes all four or none. */
export interface SidecarResources {
  readonly cpu: string;
  readonly memory: string;
  readonly cpuLimit: string;
  readonly memoryLimit: string;
}

/** The rate of requests a service takes, over all its pods; after a pause as many may come at once. */
export interface RateLimit {
  readonly requests: number;
  readonly per: Duration;
}

/**
 * One service of the mesh: a name that others call, and the releases behind it. Its name is also
 * its label `app`, its service account, and the prefix of every object it owns.
 */
export interface Service extends Identity {
  /** Name of the Kubernetes Service, the first label of the host that callers use. */
  readonly serviceName: string;
  /** The first port is the one that calls use unless they say otherwise. */
  readonly ports: readonly [Port, ...Port[]];
  readonly stable: Release;
  /** @default - the service has one release */
  readonly canary?: Release;
  readonly resources: Resources;
  /** @default - 10 s to drain, 45 s in all */
  readonly shutdown?: Shutdown;
  /**
   * How callers pool connections to the service, and when they stop using one of its pods.
   * @default - 1024 waiting requests; after 5 errors in a row up to half of the pods are left out
   */
  readonly trafficPolicy?: TrafficPolicy;
  /** @default - unlimited */
  readonly rateLimit?: RateLimit;
  /**
   * Resources of the sidecars, or `none` for pods that stay out of the mesh.
   * @default - the mesh's own
   */
  readonly sidecar?: SidecarResources | 'none';
}

/** The releases a service runs, stable first. */
export function releasesOf(service: Pick<Service, 'stable' | 'canary'>): readonly Release[] {
  return service.canary === undefined ? [service.stable] : [service.stable, service.canary];
}

/** Pods of a service, over all its releases. */
export function replicasOf(service: Service): number {
  return releasesOf(service).reduce((sum, release) => sum + release.replicas, 0);
}

/** What one release of a service is called: its Deployment, and the process in the answers it gives. */
export function deploymentName(service: Pick<Service, 'name'>, release: Pick<Release, 'name'>): string {
  return `${service.name}-${release.name}`;
}

/** The fully qualified host of a service: short names mean different things in different namespaces. */
export function hostOf(service: Service): string {
  return `${service.serviceName}.${service.namespace}.svc.cluster.local`;
}

/** The name of a port on Service and container; its prefix tells Istio the protocol. */
export function portName(port: Port): string {
  return port.suffix === undefined ? port.protocol : `${port.protocol}-${port.suffix}`;
}

/** The port that the process of a release listens on behind a port of its service. */
export function targetPortOf({ number }: Port, { listensOn = {} }: Pick<Release, 'listensOn'>): number {
  return listensOn[number] ?? number;
}

/** The same for all releases of a service, each number once. */
export function targetPortsOf(port: Port, service: Pick<Service, 'stable' | 'canary'>): number[] {
  return [...new Set(releasesOf(service).map((release) => targetPortOf(port, release)))];
}
