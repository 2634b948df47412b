import { type Message, typeUrl } from './envoy-config';
import type { TrafficPolicy } from './istio-objects';

/*
 * How Istio translates the trafficPolicy of a DestinationRule.
 * https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/cluster_traffic_policy.go
 */

/** The greatest number of a protobuf uint32: Istio's way to say that there is no limit. */
const unlimited = 2 ** 32 - 1;

/** A limit of 0 is none: Istio can't tell it from one that is left out (applyConnectionPool). */
const limit = (value = 0): number => (value > 0 ? value : unlimited);

/** applyConnectionPool, and getDefaultCircuitBreakerThresholds for what it leaves alone. */
export function circuitBreakers({ tcp, http }: TrafficPolicy['connectionPool']): Message {
  const threshold = {
    max_connections: limit(tcp.maxConnections),
    max_pending_requests: limit(http.http1MaxPendingRequests),
    max_requests: limit(http.http2MaxRequests),
    max_retries: unlimited,
    track_remaining: true,
  };
  return { thresholds: [threshold] };
}

/**
 * applyConnectionPool and applyH2Upgrade. A port that speaks HTTP/2 by itself needs no upgrade: setUpstreamProtocol and
 * clusterWrapper.build in cluster_builder.go.
 */
export function httpProtocolOptions({ http }: TrafficPolicy['connectionPool'], portName: string): Message {
  const isHttp2 = /^(http2|grpc)(-|$)/.test(portName) || http.h2UpgradePolicy === 'UPGRADE';
  const perConnection = http.maxRequestsPerConnection ?? 0;
  return {
    '@type': typeUrl('envoy.extensions.upstreams.http.v3.HttpProtocolOptions'),
    ...(perConnection > 0 ? { common_http_protocol_options: { max_requests_per_connection: perConnection } } : {}),
    explicit_http_config: isHttp2 ? { http2_protocol_options: {} } : { http_protocol_options: {} },
  };
}

/**
 * applyOutlierDetection. What is left out here keeps Envoy's default: five errors in a row eject, and gateway errors alone
 * do not. `consecutiveErrors` has no translation at all.
 */
export function outlierDetection(outlier: TrafficPolicy['outlierDetection']): Message {
  const { consecutive5xxErrors: any5xx, consecutiveGatewayErrors: gateway } = outlier;
  const enforced = (errors: number): number => (errors > 0 ? 100 : 0);
  return {
    enforcing_success_rate: 0,
    ...(any5xx === undefined ? {} : { consecutive_5xx: any5xx, enforcing_consecutive_5xx: enforced(any5xx) }),
    ...(gateway === undefined
      ? {}
      : { consecutive_gateway_failure: gateway, enforcing_consecutive_gateway_failure: enforced(gateway) }),
    interval: outlier.interval,
    base_ejection_time: outlier.baseEjectionTime,
    ...(outlier.maxEjectionPercent > 0 ? { max_ejection_percent: outlier.maxEjectionPercent } : {}),
  };
}
