import { releasesOf, type Service, type Shutdown } from './service';
import type { TrafficPolicy } from './traffic-policy';

/**
 * Proxies learn within seconds that a pod is going, also in large meshes; the rest of the grace period is for requests of
 * up to half a minute. Whoever has slower ones is told by the rule `capacity`.
 */
const defaultShutdown: Shutdown = { drain: '10s', grace: '45s' };

export function shutdownOf({ shutdown = defaultShutdown }: Pick<Service, 'shutdown'>): Shutdown {
  return shutdown;
}

/**
 * Queues as Envoy limits them by itself (Istio lifts that limit), and ejection with the numbers of Istio, which are of no use
 * until somebody asks for ejection. Only its 10 % are replaced: with fewer than ten pods nobody would ever be ejected.
 * @see https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/circuit_breaking
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#OutlierDetection
 */
export function defaultTrafficPolicy(service: Pick<Service, 'stable' | 'canary'>): TrafficPolicy {
  const fewest = Math.min(...releasesOf(service).map(({ replicas }) => replicas));
  return {
    connectionPool: { maxPendingRequests: 1024 },
    ejection: { consecutive5xx: 5, interval: '10s', baseTime: '30s', maxPercent: percentOfOne(fewest) },
  };
}

/** The share of pods that may be ejected so that it can happen at all: half of them, and always one. */
export function percentOfOne(replicas: number): number {
  return Math.max(50, Math.ceil(100 / Math.max(1, replicas)));
}

export function trafficPolicyOf(service: Service): TrafficPolicy {
  return service.trafficPolicy ?? defaultTrafficPolicy(service);
}
