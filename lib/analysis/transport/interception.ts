import type { Inventory } from '../inventory/inventory';
import type { PodPort } from '../inventory/pod-port';
import type { Labels } from '../manifest/manifest';

/**
 * Ports of the sidecar itself, where Prometheus reads: merged with the application's, and its own.
 * @see https://istio.io/latest/docs/ops/deployment/application-requirements/#ports-used-by-istio
 */
export const metricsPorts: readonly number[] = [15020, 15090];

/** Ports that no sidecar intercepts, whatever annotations say: health of the proxy, as of a gateway, is one too. */
export const ownPorts: readonly number[] = [...metricsPorts, 15021];

/**
 * Whether connections to a port of a pod go through a sidecar: only there does mutual TLS mean
 * something, and do AuthorizationPolicies hold.
 * @see https://istio.io/latest/docs/reference/config/annotations/#SidecarTrafficExcludeInboundPorts
 * @see https://istio.io/latest/docs/reference/config/annotations/#SidecarInterceptionMode
 */
export function isIntercepted(inventory: Inventory, { workload, port, protocol }: PodPort): boolean {
  const { annotations } = workload;
  const included = portsIn(annotations, 'includeInboundPorts', '*');
  return (
    inventory.isMeshed(workload) &&
    protocol === 'TCP' &&
    !isUncaptured(annotations) &&
    (included.includes('*') || included.includes(String(port))) &&
    !ownPorts.includes(port) &&
    !portsIn(annotations, 'excludeInboundPorts').includes(String(port))
  );
}

/**
 * The ports to which connections of a pod go past its sidecar: ports as it calls them, `*` for all.
 * @see https://istio.io/latest/docs/reference/config/annotations/#SidecarTrafficExcludeOutboundPorts
 */
export function bypassedPorts(annotations: Labels): readonly string[] {
  return isUncaptured(annotations) ? ['*'] : portsIn(annotations, 'excludeOutboundPorts');
}

function isUncaptured(annotations: Labels): boolean {
  return annotations['sidecar.istio.io/interceptionMode'] === 'NONE';
}

function portsIn(annotations: Labels, name: string, unset = ''): readonly string[] {
  return (annotations[`traffic.sidecar.istio.io/${name}`] ?? unset).split(',').map((entry) => entry.trim());
}
