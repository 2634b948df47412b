import { mirroredImage, type Mirrors, noMirrors } from '../kubernetes/mirrors';
import { istioHub } from '../versions';
import type { TraceCollector } from './add-ons';
import type { ChartValues } from './chart-values';
import { cniRequests, type Profile } from './profile';

/** Name of the tracing backend, as mesh configuration and Telemetry call it. */
export const tracingProvider = 'jaeger';

export interface IstiodValuesProps {
  readonly profile: Profile;
  /** Share of requests that leave a trace, in percent. */
  readonly sampling: number;
  /** @default - nothing is traced: istiod would warn for every proxy of a collector that is not there */
  readonly traceCollector?: TraceCollector;
  /** @default - none */
  readonly mirrors?: Mirrors;
}

/** What one line of a proxy's access log says, by Envoy's format operators. */
const accessLog = {
  start_time: '%START_TIME%',
  method: '%REQ(:METHOD)%',
  path: '%REQ(X-ENVOY-ORIGINAL-PATH?:PATH)%',
  authority: '%REQ(:AUTHORITY)%',
  status: '%RESPONSE_CODE%',
  response_flags: '%RESPONSE_FLAGS%',
  response_code_details: '%RESPONSE_CODE_DETAILS%',
  duration: '%DURATION%',
  // The name without the mark that Istio appends for statistics.
  upstream_cluster: '%UPSTREAM_CLUSTER_RAW%',
  upstream_host: '%UPSTREAM_HOST%',
  request_id: '%REQ(X-REQUEST-ID)%',
  trace_id: '%TRACE_ID%',
};

/**
 * Statistics that Envoy keeps and Istio does not publish by itself: retries and ejections of the
 * calls between services. The whole name has to fit.
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#ProxyConfig-ProxyStatsMatcher
 */
const protectionStats = 'cluster[.]outbound[|].*[.](upstream_rq_retry|outlier_detection[.]ejections_active)';

/**
 * Each pod's own proxy answers for the names of the mesh. Through the network every call begins with a handful of UDP
 * packets, one for each search domain; the first that gets lost holds up all calls of its process for five seconds, and
 * together they then exceed every connection pool.
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/dns-proxy/
 */
const localNames = { ISTIO_META_DNS_CAPTURE: 'true' };

/**
 * Proxies take the context of a trace from `x-b3-*` or else from `traceparent`, and send on both, with the same
 * identifiers. Istio's OpenTelemetry provider knows `traceparent` alone.
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-ZipkinTracingProvider-TraceContextOption
 */
const traceContextOption = 'USE_B3_WITH_W3C_PROPAGATION';

/**
 * Proxies decide about the path that they send on, and many servers read `%2F` and `//` as one slash. Unlike with Istio's
 * default a proxy then has read it the same way, gateway and sidecar alike, and no spelling passes a rule about paths. It
 * also means that no service of the mesh receives an escaped slash or an empty segment; none here uses either as data.
 * @see https://istio.io/latest/docs/ops/best-practices/security/#customize-your-system-on-path-normalization
 */
const pathNormalization = 'DECODE_AND_MERGE_SLASHES';

/**
 * Values of istiod. The chart copies what stands under `pilot` to the root, so settings of istiod
 * itself are written there.
 * @see https://github.com/istio/istio/blob/release-1.30/manifests/charts/istio-control/istio-discovery/values.yaml
 */
export function istiodValues({
  profile,
  sampling,
  traceCollector,
  mirrors = noMirrors,
}: IstiodValuesProps): ChartValues {
  return {
    global: {
      hub: mirroredImage(istioHub, mirrors),
      logAsJson: true,
      proxy: { resources: profile.proxy, seccompProfile: { type: 'RuntimeDefault' } },
    },
    pilot: {
      cni: { enabled: true },
      // Holds where no Telemetry resource says another share.
      traceSampling: sampling,
      // Autoscaling needs a metrics server, which Kind has not.
      autoscaleEnabled: false,
      replicaCount: profile.istiod.replicas,
      resources: profile.istiod.resources,
    },
    meshConfig: {
      accessLogFile: '/dev/stdout',
      accessLogEncoding: 'JSON',
      accessLogFormat: JSON.stringify(accessLog),
      pathNormalization: { normalization: pathNormalization },
      outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
      defaultConfig: {
        holdApplicationUntilProxyStarts: true,
        proxyMetadata: localNames,
        proxyStatsMatcher: { inclusionRegexps: [protectionStats] },
      },
      ...(traceCollector === undefined ? {} : { extensionProviders: [tracingTo(traceCollector)] }),
    },
  };
}

function tracingTo({ host, port }: TraceCollector): ChartValues {
  return { name: tracingProvider, zipkin: { service: host, port, traceContextOption } };
}

export function cniValues(mirrors: Mirrors = noMirrors): ChartValues {
  return { global: { hub: mirroredImage(istioHub, mirrors) }, resources: { requests: cniRequests } };
}

/** How the gateway is reached from outside the cluster. */
export type GatewayExposure =
  { readonly type: 'LoadBalancer' } | { readonly type: 'NodePort'; readonly http: number; readonly https: number };

export interface GatewayValuesProps {
  readonly profile: Profile;
  readonly exposure: GatewayExposure;
}

export function gatewayValues({ profile, exposure }: GatewayValuesProps): ChartValues {
  return {
    replicaCount: profile.gateway.replicas,
    resources: profile.proxy,
    autoscaling: { enabled: false },
    // `image: auto` has no tag, which would mean pulling at every start, side-loaded or not.
    imagePullPolicy: 'IfNotPresent',
    // What Pod Security `restricted` asks for beside the chart's own settings; naming a security
    // context drops the chart's sysctl, without which a non-root process can't listen on port 80.
    securityContext: {
      seccompProfile: { type: 'RuntimeDefault' },
      sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }],
    },
    ...(profile.gateway.replicas > 1 ? { podDisruptionBudget: { maxUnavailable: 1 } } : {}),
    service: { type: exposure.type, ports: gatewayPorts(exposure) },
  };
}

/** The chart's list is replaced, not merged, so all three ports stand here. */
function gatewayPorts(exposure: GatewayExposure): ChartValues[] {
  const nodePort = (port: 'http' | 'https'): ChartValues =>
    exposure.type === 'NodePort' ? { nodePort: exposure[port] } : {};
  return [
    { name: 'status-port', port: 15021, protocol: 'TCP', targetPort: 15021 },
    { name: 'http2', port: 80, protocol: 'TCP', targetPort: 80, ...nodePort('http') },
    { name: 'https', port: 443, protocol: 'TCP', targetPort: 443, ...nodePort('https') },
  ];
}
