import type { PodPort } from '../inventory/pod-port';

/**
 * Ports of the sidecar itself, where Prometheus reads: merged with the application's, and its own.
 * @see https://istio.io/latest/docs/ops/deployment/application-requirements/#ports-used-by-istio
 */
export const metricsPorts: readonly number[] = [15020, 15090];

/** Ports that no sidecar intercepts, whatever annotations say: health of the sidecar is one too. */
const ownPorts: readonly number[] = [...metricsPorts, 15021];

/**
 * Whether connections to a port of a meshed pod go through its sidecar.
 * @see https://istio.io/latest/docs/reference/config/annotations/#SidecarTrafficExcludeInboundPorts
 * @see https://istio.io/latest/docs/reference/config/annotations/#SidecarInterceptionMode
 */
export function isIntercepted({ workload, port, protocol }: PodPort): boolean {
  const { annotations } = workload;
  const listed = (name: string, unset: string): readonly string[] =>
    (annotations[`traffic.sidecar.istio.io/${name}`] ?? unset).split(',').map((entry) => entry.trim());
  const included = listed('includeInboundPorts', '*');
  return (
    protocol === 'TCP' &&
    annotations['sidecar.istio.io/interceptionMode'] !== 'NONE' &&
    (included.includes('*') || included.includes(String(port))) &&
    !ownPorts.includes(port) &&
    !listed('excludeInboundPorts', '').includes(String(port))
  );
}
