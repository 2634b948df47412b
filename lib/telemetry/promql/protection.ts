import { hostOf, type Service } from '../../model/service';
import { type Range, rate, sum } from './expressions';
import type { Scope } from './scope';
import { fits, is, literally, type Matcher, select } from './selector';

/**
 * Requests a second that callers sent again, by `envoy_cluster_upstream_rq_retry`: Istio's own
 * metrics count a request once, however often it was tried.
 */
export function retryRate(service: Service, range: Range): string {
  return sum(rate(select('envoy_cluster_upstream_rq_retry', [clustersOf(service)]), range));
}

/**
 * Pods that callers have stopped sending to, by `envoy_cluster_outlier_detection_ejections_active`,
 * summed over the callers' proxies: each ejects for itself.
 */
export function ejectedPods(service: Service): string {
  return sum(select('envoy_cluster_outlier_detection_ejections_active', [clustersOf(service)]));
}

/**
 * Requests a second that a service's own proxies refused with 429: flag `RL` of
 * `istio_requests_total`, as the callee's proxy reports it.
 * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage#response-flags
 */
export function rateLimited(scope: Scope, range: Range): string {
  return flagged('destination', 'RL', scope, range);
}

/**
 * Requests a second that never left the caller, because its connection pool was full: flag `UO` of
 * `istio_requests_total`, as the caller's proxy reports it.
 */
export function overflowed(scope: Scope, range: Range): string {
  return flagged('source', 'UO', scope, range);
}

/** A proxy writes all flags of a request into one label, separated by commas. */
function flagged(reporter: 'source' | 'destination', flag: string, { matchers, by }: Scope, range: Range): string {
  const conditions = [is('reporter', reporter), ...matchers, fits('response_flags', `(.*,)?${flag}(,.*)?`)];
  return sum(rate(select('istio_requests_total', conditions), range), by);
}

/** Istio names a cluster `outbound|port|subset|host`; without a subset that part is empty. */
function clustersOf(service: Service): Matcher {
  return fits('cluster_name', `outbound[|][0-9]+[|][^|]*[|]${literally(hostOf(service))}`);
}
