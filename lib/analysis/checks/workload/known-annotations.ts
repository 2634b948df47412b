import { isQuantity } from '../../../kubernetes/quantity';

/** What an annotation of Istio is good for. */
export interface KnownAnnotation {
  /** Kinds it has an effect on; empty for all. */
  readonly kinds: readonly string[];
  /** Istio still reads it and asks for something else. */
  readonly isDeprecated?: boolean;
  /** @default - any value */
  readonly isValid?: (value: string) => boolean;
}

const pod = { kinds: ['Pod'] };

function named(prefix: string, names: readonly string[], known: KnownAnnotation): [string, KnownAnnotation][] {
  return names.map((name) => [`${prefix}/${name}`, known]);
}

function isFlag(value: string): boolean {
  return /^(1|0|t|f|true|false)$/i.test(value);
}

function isCount(value: string): boolean {
  return /^\d{1,10}$/.test(value);
}

function isPortList(value: string): boolean {
  return value.trim() === '' || value.split(',').every((port) => /^\d+$/.test(port.trim()) && Number(port) <= 65535);
}

function isRangeList(value: string): boolean {
  return value === '' || value.split(',').every((range) => /^([\d.]+|[\da-f:]+)\/\d{1,3}$/i.test(range));
}

const orAll = (isValid: (value: string) => boolean) => (value: string) => value === '*' || isValid(value);

/**
 * Every annotation that Istio 1.30 knows.
 * @see https://istio.io/latest/docs/reference/config/annotations/
 */
export const knownAnnotations: ReadonlyMap<string, KnownAnnotation> = new Map([
  ...named('alpha.istio.io', ['canonical-serviceaccounts', 'kubernetes-serviceaccounts'], {
    kinds: ['Service'],
    isDeprecated: true,
  }),
  ...named('ambient.istio.io', ['bypass-inbound-capture', 'dns-capture', 'redirection'], pod),
  ...named('ambient.istio.io', ['waypoint-inbound-binding'], { kinds: ['GatewayClass', 'Gateway'] }),
  ...named('galley.istio.io', ['analyze-suppress'], { kinds: [] }),
  ...named('gateway.istio.io', ['controller-version'], { kinds: [] }),
  ...named('gateway.istio.io', ['name-override', 'service-account'], { kinds: ['Gateway'] }),
  ...named('inject.istio.io', ['templates'], pod),
  ...named('istio.io', ['autoRegistrationGroup', 'connectedAt', 'disconnectedAt', 'workloadController'], {
    kinds: ['WorkloadEntry'],
  }),
  ...named('istio.io', ['dry-run'], { kinds: ['AuthorizationPolicy'] }),
  ...named('istio.io', ['reroute-virtual-interfaces'], pod),
  // Controllers copy it to whatever they make.
  ...named('istio.io', ['rev'], { kinds: [] }),
  // Of Kubernetes, and read by Istio as by other controllers.
  ...named('kubernetes.io', ['ingress.class'], { kinds: ['Ingress'] }),
  ...named('networking.istio.io', ['exportTo'], { kinds: ['Service'] }),
  ...named('networking.istio.io', ['service-type'], { kinds: ['Gateway'] }),
  ...named('networking.istio.io', ['traffic-distribution'], { kinds: ['Namespace', 'Service', 'ServiceEntry'] }),
  ...named('prometheus.istio.io', ['merge-metrics'], { ...pod, isValid: isFlag }),
  ...named('proxy.istio.io', ['config', 'overrides'], pod),
  ...named('readiness.status.sidecar.istio.io', ['applicationPorts'], pod),
  ...named('readiness.status.sidecar.istio.io', ['failureThreshold', 'initialDelaySeconds', 'periodSeconds'], {
    ...pod,
    isValid: isCount,
  }),
  ...named('sidecar.istio.io', ['agentLogLevel', 'bootstrapOverride', 'componentLogLevel', 'logLevel'], pod),
  ...named('sidecar.istio.io', ['discoveryAddress', 'extraStatTags', 'inject'], { ...pod, isDeprecated: true }),
  ...named('sidecar.istio.io', ['interceptionMode'], {
    ...pod,
    isValid: (value) => ['REDIRECT', 'TPROXY', 'NONE'].includes(value),
  }),
  ...named('sidecar.istio.io', ['nativeSidecar', 'proxyImage', 'proxyImageType', 'rewriteAppHTTPProbers'], pod),
  ...named('sidecar.istio.io', ['proxyCPU', 'proxyCPULimit', 'proxyMemory', 'proxyMemoryLimit'], {
    ...pod,
    isValid: isQuantity,
  }),
  ...named(
    'sidecar.istio.io',
    ['statsCompression', 'statsInclusionPrefixes', 'statsInclusionRegexps', 'statsInclusionSuffixes'],
    { ...pod, isDeprecated: true },
  ),
  ...named(
    'sidecar.istio.io',
    ['statsEvictionInterval', 'statsFlushInterval', 'statsHistogramBins', 'statsHistogramBuckets'],
    pod,
  ),
  ...named('sidecar.istio.io', ['status', 'userVolume', 'userVolumeMount'], pod),
  ...named('status.sidecar.istio.io', ['port'], { ...pod, isValid: isPortList }),
  ...named('topology.istio.io', ['controlPlaneClusters'], { kinds: ['Namespace'] }),
  ...named('traffic.istio.io', ['nodeSelector'], { kinds: ['Service'] }),
  ...named('traffic.sidecar.istio.io', ['excludeInboundPorts', 'excludeOutboundPorts', 'includeOutboundPorts'], {
    ...pod,
    isValid: isPortList,
  }),
  ...named('traffic.sidecar.istio.io', ['includeInboundPorts'], { ...pod, isValid: orAll(isPortList) }),
  ...named('traffic.sidecar.istio.io', ['excludeOutboundIPRanges'], { ...pod, isValid: isRangeList }),
  ...named('traffic.sidecar.istio.io', ['includeOutboundIPRanges'], { ...pod, isValid: orAll(isRangeList) }),
  ...named('traffic.sidecar.istio.io', ['excludeInterfaces'], pod),
  ...named('traffic.sidecar.istio.io', ['kubevirtInterfaces'], { ...pod, isDeprecated: true }),
]);
