import { isSeenByProxies, protocolOf, type Service, type Traffic, trafficOf } from '../views/service';
import { areMerged, type ServiceEntry } from '../views/service-entry';
import { isVisible } from './visibility';

/** A port of a Service or of a ServiceEntry, as proxies see it. */
export interface HostPort {
  readonly number: number;
  readonly traffic: Traffic;
}

/** Of two ports of one number that of TCP. */
export function portsOfService({ ports }: Service): HostPort[] {
  return ports
    .filter((one) => isSeenByProxies(one) || !ports.some((other) => isSeenByProxies(other) && other.port === one.port))
    .flatMap((one) => hostPort(one.port, protocolOf(one)));
}

/**
 * Of several ServiceEntries that declare one host the one of the reader's namespace counts, else the first that it sees, with
 * the ports of those that are like it.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/sidecar.go canMergeServices
 */
export function portsOfEntries(entries: readonly ServiceEntry[], reader: string): HostPort[] {
  const first =
    entries.find(({ manifest }) => manifest.namespace === reader) ??
    entries.find(({ manifest, spec }) => isVisible(spec.exportTo, manifest.namespace, reader));
  return entries
    .filter((entry) => first !== undefined && areMerged(first, entry))
    .flatMap(({ spec }) => spec.ports)
    .flatMap(({ number, protocol }) => hostPort(number, protocol?.toLowerCase()));
}

function hostPort(number: number | undefined, protocol: string | undefined): HostPort[] {
  return number === undefined ? [] : [{ number, traffic: trafficOf(protocol) }];
}
