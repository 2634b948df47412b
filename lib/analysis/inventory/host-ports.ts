import { isSeenByProxies, protocolOf, type Service, type Traffic, trafficOf } from '../views/service';
import { areMerged, type ServiceEntry } from '../views/service-entry';
import { isVisible } from './visibility';

/** A port of a Service or of a ServiceEntry, as proxies see it. */
export interface HostPort {
  readonly number: number;
  readonly traffic: Traffic;
  /** By which name it is declared: a host, or a wildcard that stands for it. */
  readonly declaredFor: string;
}

/** Of two ports of one number that of TCP. */
export function portsOfService({ host, ports }: Service): HostPort[] {
  return ports
    .filter((one) => isSeenByProxies(one) || !ports.some((other) => isSeenByProxies(other) && other.port === one.port))
    .flatMap((one) => hostPort(host, one.port, protocolOf(one)));
}

/**
 * Of several ServiceEntries that declare one host the one of the reader's namespace counts, else the first that it sees, with
 * the ports of those that are like it.
 * @param host of which they are
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/sidecar.go canMergeServices
 */
export function portsOfEntries(host: string, entries: readonly ServiceEntry[], reader: string): HostPort[] {
  const visible = entries.filter(({ manifest, spec }) => isVisible(spec.exportTo, manifest.namespace, reader));
  const first = visible.find(({ manifest }) => manifest.namespace === reader) ?? visible[0];
  return entries
    .filter((entry) => first !== undefined && areMerged(first, entry))
    .flatMap(({ spec }) => spec.ports)
    .flatMap(({ number, protocol }) => hostPort(host, number, protocol?.toLowerCase()));
}

function hostPort(declaredFor: string, number: number | undefined, protocol: string | undefined): HostPort[] {
  return number === undefined ? [] : [{ number, traffic: trafficOf(protocol), declaredFor }];
}
