/**
 * The series that exist: Istio's own, Envoy's as Istio's proxies publish them, and what Prometheus
 * says about its targets. Counters of Envoy have no `_total`.
 * @see https://istio.io/latest/docs/reference/config/metrics/
 * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/upstream/cluster_manager/cluster_stats
 * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/statistics#server-statistics
 */
export type Metric =
  | 'istio_requests_total'
  | 'istio_request_duration_milliseconds_bucket'
  | 'istio_tcp_connections_opened_total'
  | 'istio_tcp_sent_bytes_total'
  | 'istio_tcp_received_bytes_total'
  | 'envoy_cluster_upstream_rq_retry'
  | 'envoy_cluster_outlier_detection_ejections_active'
  | 'envoy_server_memory_physical_size'
  | 'up';

/**
 * Labels of those series. `namespace`, `app`, `version`, `pod` and `istio` come from the pod that
 * was scraped, the others from the proxy.
 */
export type Label =
  | 'reporter'
  | 'source_app'
  | 'source_workload'
  | 'source_workload_namespace'
  | 'destination_service_name'
  | 'destination_service_namespace'
  | 'destination_version'
  | 'response_code'
  | 'response_flags'
  | 'grpc_response_status'
  | 'connection_security_policy'
  | 'le'
  | 'cluster_name'
  | 'namespace'
  | 'app'
  | 'version'
  | 'pod'
  | 'istio';

/** One condition on a label, as PromQL writes it. */
export type Matcher = `${Label}${'=' | '!=' | '=~' | '!~'}${string}`;

export function is(label: Label, value: string): Matcher {
  return `${label}=${JSON.stringify(value)}`;
}

/** A regular expression that has to fit the whole value. */
export function fits(label: Label, pattern: string): Matcher {
  return `${label}=~${JSON.stringify(pattern)}`;
}

/** One of some values; a single one needs no regular expression. */
export function isOneOf(label: Label, values: readonly string[]): Matcher {
  const distinct = [...new Set(values)];
  const [only] = distinct;
  return only !== undefined && distinct.length === 1 ? is(label, only) : fits(label, distinct.map(literally).join('|'));
}

/** A text as a regular expression for itself. Brackets instead of backslashes, which a PromQL string would double. */
export function literally(text: string): string {
  return text.replace(/[.|]/g, '[$&]');
}

/** Series that the recording rules make: what they are by, of which metric, computed how. */
export type Recorded = `service:istio_requests:error_share_rate${string}` | 'release:istio_requests:error_share_rate5m';

/** The newest samples of some series. */
export function select(metric: Metric | Recorded, matchers: readonly Matcher[]): string {
  return `${metric}{${matchers.join(',')}}`;
}
