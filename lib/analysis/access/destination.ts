import { portsNamed, type PodPort } from '../network/ports';
import { type Service, type ServicePort, speaksHttp } from '../views/service';
import type { Workload } from '../views/workload';

/** A port of a workload's pods as callers see it. */
export interface Destination extends PodPort {
  /** Whether rules see requests there, and not bytes. */
  readonly isHttp: boolean;
  /** By which callers know it. @default - nothing: they call the pod itself, as Prometheus does */
  readonly service?: { readonly service: Service; readonly port: number };
}

/** The port of the pods behind a port of a Service; nothing if no container has the name that it asks for. */
export function destinationsOf(service: Service, servicePort: ServicePort, workload: Workload): Destination[] {
  const { port: number, targetPort = String(number ?? ''), protocol = 'TCP' } = servicePort;
  const ports = /^\d+$/.test(targetPort) ? [Number(targetPort)] : portsNamed(targetPort, workload).slice(0, 1);
  return number === undefined
    ? []
    : ports.map((port) => ({
        workload,
        port,
        protocol,
        isHttp: protocol === 'TCP' && speaksHttp(servicePort),
        service: { service, port: number },
      }));
}

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
 */
export function isIntercepted({ workload, port, protocol }: PodPort): boolean {
  const { annotations } = workload;
  const listed = (name: string) =>
    annotations[`traffic.sidecar.istio.io/${name}`]?.split(',').map((entry) => entry.trim());
  const included = listed('includeInboundPorts') ?? ['*'];
  const excluded = listed('excludeInboundPorts') ?? [];
  const isIncluded = included.includes('*') || included.includes(String(port));
  return protocol === 'TCP' && isIncluded && !ownPorts.includes(port) && !excluded.includes(String(port));
}
