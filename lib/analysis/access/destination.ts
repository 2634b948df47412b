import type { RuledPort } from '../authorization/authorization';
import type { Inventory } from '../inventory/inventory';
import { podPortOf } from '../inventory/pod-port';
import type { Branch } from '../routing/routing';
import type { Receiver } from '../transport/connection';
import { portNumbered, type Service, type ServicePort, speaksHttp } from '../views/service';
import type { Workload } from '../views/workload';

/** A port of a workload's pods as callers see it. */
export interface Destination extends RuledPort, Receiver {}

/**
 * The port of the pods behind a port of a Service; nothing if no container has the name that it asks for.
 * @param subset that a route names, empty for the whole host; any if it is not known
 */
export function destinationsOf(
  service: Service,
  servicePort: ServicePort,
  workload: Workload,
  subset?: string,
): Destination[] {
  const { port: number, protocol = 'TCP' } = servicePort;
  const port = podPortOf(servicePort, workload);
  const isHttp = protocol === 'TCP' && speaksHttp(servicePort);
  const known = subset === undefined ? {} : { subset };
  return number === undefined || port === undefined
    ? []
    : [{ workload, port, protocol, isHttp, service: { service, port: number }, ...known }];
}

/** The ports of the pods that a branch of a route leads to; none outside of the cluster. */
export function destinationsAt(inventory: Inventory, { host, port, subset = '', workloads }: Branch): Destination[] {
  const service = inventory.serviceOf(host);
  const servicePort = service && portNumbered(service, port);
  return service === undefined || servicePort === undefined
    ? []
    : workloads.flatMap((workload) => destinationsOf(service, servicePort, workload, subset));
}
