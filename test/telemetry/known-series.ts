/**
 * Which series Prometheus has, written down from the documents of those who make them, and not from our own types:
 * a name that both spell wrong would otherwise go unseen.
 * @see https://istio.io/latest/docs/reference/config/metrics/
 * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/upstream/cluster_manager/cluster_stats
 * @see https://github.com/prometheus-community/helm-charts/blob/prometheus-28.13.0/charts/prometheus/values.yaml#L982
 */
const istioLabels = [
  'reporter',
  ...['source', 'destination'].flatMap((side) =>
    ['workload', 'workload_namespace', 'principal', 'app', 'version', 'cluster', 'canonical_service'].map(
      (label) => `${side}_${label}`,
    ),
  ),
  'destination_service',
  'destination_service_name',
  'destination_service_namespace',
  'request_protocol',
  'response_code',
  'response_flags',
  'grpc_response_status',
  'connection_security_policy',
];
const tcpLabels = istioLabels.filter((label) => !['response_code', 'grpc_response_status'].includes(label));
const podLabels = ['namespace', 'pod', 'node', 'app', 'version', 'istio', 'instance', 'job'];

export const knownSeries: Readonly<Record<string, readonly string[]>> = {
  istio_requests_total: istioLabels,
  istio_request_duration_milliseconds_bucket: [...istioLabels, 'le'],
  istio_tcp_connections_opened_total: tcpLabels,
  istio_tcp_sent_bytes_total: tcpLabels,
  istio_tcp_received_bytes_total: tcpLabels,
  envoy_cluster_upstream_rq_retry: [...podLabels, 'cluster_name'],
  envoy_cluster_outlier_detection_ejections_active: [...podLabels, 'cluster_name'],
  envoy_server_memory_physical_size: podLabels,
  up: podLabels,
};
