import type { ServicePort } from '../views/service';
import { type Container, lastingContainers, type Workload } from '../views/workload';

/** A port of the pods of a workload, where connections end after the Service has translated its own. */
export interface PodPort {
  readonly workload: Workload;
  readonly port: number;
  readonly protocol: string;
}

/** The ports that the containers of a pod declare; others may be open too. */
export function declaredPorts(workload: Workload): Container['ports'] {
  return lastingContainers(workload).flatMap(({ ports }) => ports);
}

/** The numbers that a pod gives a name; more than one if several containers use it. */
export function portsNamed(name: string, workload: Workload): number[] {
  return declaredPorts(workload)
    .filter((port) => port.name === name)
    .flatMap(({ containerPort }) => containerPort ?? []);
}

/**
 * What a port of a Service asks for: a number, or the name of a port of the pods.
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports
 */
export function targetPortOf({ port, targetPort = String(port ?? '') }: ServicePort): string {
  return targetPort;
}

/** The port of the pods that a port of a Service sends to; nothing if no container has the name that it asks for. */
export function podPortOf(servicePort: ServicePort, workload: Workload): number | undefined {
  const target = targetPortOf(servicePort);
  return /^\d+$/.test(target) ? Number(target) : portsNamed(target, workload)[0];
}
