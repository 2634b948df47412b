import type { Duration } from './duration';

/** The most that one client proxy sends to a service at once. */
export interface ConnectionPool {
  /** TCP connections. @default - unlimited */
  readonly maxConnections?: number;
  /** Requests waiting for a connection. */
  readonly maxPendingRequests: number;
  /** Requests in flight over HTTP/2. @default - unlimited */
  readonly maxRequests?: number;
  /** Requests before a connection is replaced. @default - unlimited */
  readonly maxRequestsPerConnection?: number;
  /** Whether HTTP/1.1 calls travel over HTTP/2 between proxies. @default - the mesh's own default: no */
  readonly upgradeToHttp2?: boolean;
}

/**
 * When a client proxy stops sending to a pod. There is no `consecutiveErrors`: Istio still
 * accepts that field and ignores it, so it never ejects anything.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#OutlierDetection
 */
export interface Ejection {
  /** Answers 5xx in a row, connection failures included. */
  readonly consecutive5xx: number;
  /** Time between two sweeps. */
  readonly interval: Duration;
  /** First ejection; each further one lasts longer by the same time. */
  readonly baseTime: Duration;
  /** The largest share of a release's pods that may be ejected, 1-100. */
  readonly maxPercent: number;
}

export interface TrafficPolicy {
  readonly connectionPool: ConnectionPool;
  readonly ejection: Ejection;
}
