import { isSeenByProxies, protocolOf, type Service, type Traffic, trafficOf } from '../views/service';
import { areMerged, type ServiceEntry } from '../views/service-entry';
import { closestFirst, isVisible } from './visibility';

/** A port of a Service or of a ServiceEntry, as proxies see it. */
export interface HostPort {
  readonly number: number;
  readonly traffic: Traffic;
  /** By which name it is declared: a host, or a wildcard that stands for it. */
  readonly declaredFor: string;
  /** Whether what declares it counts for nothing, since it can't be put together with what goes before it. */
  readonly isIgnored: boolean;
}

/** Of two ports of one number that of TCP. */
export function portsOfService({ host, ports }: Service): HostPort[] {
  return ports
    .filter((one) => isSeenByProxies(one) || !ports.some((other) => isSeenByProxies(other) && other.port === one.port))
    .flatMap((one) => hostPort(host, one.port, protocolOf(one)));
}

/**
 * Of several ServiceEntries that declare one host, those that count for a reader: of its own namespace, what that keeps to
 * itself before the rest, or else the first that it sees, and those that are like it.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/sidecar.go canMergeServices
 */
export function countingEntries(entries: readonly ServiceEntry[], reader: string): ServiceEntry[] {
  const visible = visibleFirst(entries, reader);
  const first = visible.find(({ manifest }) => manifest.namespace === reader) ?? visible[0];
  return visible.filter((entry) => first !== undefined && areMerged(first, entry));
}

function visibleFirst(entries: readonly ServiceEntry[], reader: string): ServiceEntry[] {
  const seen = entries.filter(({ manifest, spec }) => isVisible(spec.exportTo, manifest.namespace, reader));
  return closestFirst(seen, reader);
}

/**
 * The ports of the ServiceEntries of one host that count for a reader. At the ports of others that live beside them proxies
 * listen, and have nobody to send to.
 * @param host of which they are
 */
export function portsOfEntries(host: string, entries: readonly ServiceEntry[], reader: string): HostPort[] {
  const counting = countingEntries(entries, reader);
  const beside = visibleFirst(entries, reader).filter(
    (entry) => !counting.includes(entry) && entry.manifest.namespace === counting[0]?.manifest.namespace,
  );
  const portsIn = (some: readonly ServiceEntry[], isIgnored: boolean): HostPort[] =>
    some
      .flatMap(({ spec }) => spec.ports)
      .flatMap(({ number, protocol }) => hostPort(host, number, protocol?.toLowerCase(), isIgnored));
  return [...portsIn(counting, false), ...portsIn(beside, true)];
}

function hostPort(
  declaredFor: string,
  number: number | undefined,
  protocol: string | undefined,
  isIgnored = false,
): HostPort[] {
  return number === undefined ? [] : [{ number, traffic: trafficOf(protocol), declaredFor, isIgnored }];
}
