import type { RuledPort } from '../authorization/authorization';
import { podPortOf } from '../inventory/pod-port';
import { type Service, type ServicePort, speaksHttp } from '../views/service';
import type { Workload } from '../views/workload';

/** A port of a workload's pods as callers see it. */
export interface Destination extends RuledPort {
  /** By which callers know it. @default - nothing: they call the pod itself, as Prometheus does */
  readonly service?: { readonly service: Service; readonly port: number };
}

/** The port of the pods behind a port of a Service; nothing if no container has the name that it asks for. */
export function destinationsOf(service: Service, servicePort: ServicePort, workload: Workload): Destination[] {
  const { port: number, protocol = 'TCP' } = servicePort;
  const port = podPortOf(servicePort, workload);
  const isHttp = protocol === 'TCP' && speaksHttp(servicePort);
  return number === undefined || port === undefined
    ? []
    : [{ workload, port, protocol, isHttp, service: { service, port: number } }];
}
