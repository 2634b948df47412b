import { type PodPort, portsNamed } from '../inventory/pod-port';
import type { NetworkPort } from '../views/network-policy';

/**
 * Whether a rule is about a port: by number, by a range of numbers, by the name that the pod gives
 * it, or all of a protocol. The protocol is TCP unless the rule names one.
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#targeting-a-range-of-ports
 */
export function isAboutPort(ports: readonly NetworkPort[], at: PodPort): boolean {
  return ports.length === 0 || ports.some((one) => (one.protocol ?? 'TCP') === at.protocol && isNumbered(one, at));
}

function isNumbered({ port, endPort }: NetworkPort, at: PodPort): boolean {
  if (port === undefined) {
    return true;
  }
  if (!/^\d+$/.test(port)) {
    return portsNamed(port, at.workload).includes(at.port);
  }
  return endPort === undefined ? Number(port) === at.port : Number(port) <= at.port && at.port <= endPort;
}
