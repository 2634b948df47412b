import type { ServicePort } from '../views/service';
import type { Workload } from '../views/workload';

/** The port of the pods that a port of a Service sends to, if their containers say which it is. */
export function podPortOf({ port, targetPort }: ServicePort, { containers }: Workload): number | undefined {
  if (targetPort === undefined) {
    return port;
  }
  return /^\d+$/.test(targetPort)
    ? Number(targetPort)
    : containers.flatMap(({ ports }) => ports).find(({ name }) => name === targetPort)?.containerPort;
}
