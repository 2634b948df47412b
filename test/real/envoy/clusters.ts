import { loopback, type Named } from './envoy-config';
import type { DestinationRule, Service } from './istio-objects';
import { circuitBreakers, httpProtocolOptions, outlierDetection } from './traffic-policy';

/** BuildSubsetKey in https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/service.go */
export function clusterName(host: string, subset: string, port: number): string {
  return `outbound|${port}|${subset}|${host}`;
}

/** The cluster of a whole service, and that of each subset, for every port (buildOutboundClusters in cluster.go). */
export function clustersOf(
  { spec }: DestinationRule,
  services: readonly Service[],
  upstreams: readonly number[],
): Named[] {
  const service = services.find(({ metadata: { name, namespace } }) => {
    return spec.host === `${name}.${namespace}.svc.cluster.local`;
  });
  if (service === undefined) {
    throw new Error(`there is no Service ${spec.host}`);
  }
  const subsets = ['', ...spec.subsets.map(({ name }) => name)];
  return service.spec.ports.flatMap(({ name: portName, port }) => {
    return subsets.map((subset) => cluster(clusterName(spec.host, subset, port), portName, spec, upstreams));
  });
}

/** buildCluster in cluster_builder.go and applyTrafficPolicy in cluster_traffic_policy.go, without mutual TLS. */
function cluster(
  name: string,
  portName: string,
  { trafficPolicy: { connectionPool, outlierDetection: outlier } }: DestinationRule['spec'],
  upstreams: readonly number[],
): Named {
  return {
    name,
    // The name that statistics and %UPSTREAM_CLUSTER% show; Istio ends it with a delimiter.
    alt_stat_name: `${name};`,
    type: 'STATIC',
    connect_timeout: '10s',
    lb_policy: 'LEAST_REQUEST',
    load_assignment: {
      cluster_name: name,
      endpoints: [{ lb_endpoints: upstreams.map((port) => ({ endpoint: { address: loopback(port) } })) }],
    },
    circuit_breakers: circuitBreakers(connectionPool),
    typed_extension_protocol_options: {
      'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': httpProtocolOptions(connectionPool, portName),
    },
    outlier_detection: outlierDetection(outlier),
    common_lb_config: { healthy_panic_threshold: { value: 0 } },
  };
}
