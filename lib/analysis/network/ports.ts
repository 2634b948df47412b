import type { NetworkPort } from '../views/network-policy';
import type { Workload } from '../views/workload';

/** A port of the pods of a workload, where connections end after the Service has translated its own. */
export interface PodPort {
  readonly workload: Workload;
  readonly port: number;
  readonly protocol: string;
}

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

/** The numbers that the containers of a pod give a name; more than one if several use it. */
export function portsNamed(name: string, { containers, initContainers }: Workload): number[] {
  return [...containers, ...initContainers]
    .flatMap(({ ports }) => ports)
    .filter((port) => port.name === name)
    .flatMap(({ containerPort }) => containerPort ?? []);
}
