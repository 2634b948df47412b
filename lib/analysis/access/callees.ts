import { isAssumed } from '../inventory/assumed';
import { indexBy } from '../inventory/index-by';
import { metricsPorts } from '../transport/interception';
import type { Inventory } from '../inventory/inventory';
import { portNumbered } from '../views/service';
import type { Workload } from '../views/workload';
import { type Destination, destinationsOf } from './destination';

/** What callers call: a port of a Service, or a port of the sidecars where metrics are read. */
export interface Callee {
  readonly namespace: string;
  /** Of the Service; of the workload if it has none. */
  readonly name: string;
  /** Of the Service; of the pods where metrics are read. */
  readonly port: number;
  readonly isMetrics: boolean;
  /** The pods behind it: one of each workload. */
  readonly destinations: readonly Destination[];
}

/** Every port of every Service in the files that has pods behind it, and the metrics of meshed pods. */
export function calleesIn(inventory: Inventory): Callee[] {
  return [...servicePorts(inventory), ...metrics(inventory)];
}

function servicePorts(inventory: Inventory): Callee[] {
  const services = inventory.services.filter(({ manifest }) => !isAssumed(manifest));
  return services.flatMap((service) => {
    const workloads = inventory.workloadsBehind(service);
    const ports = service.ports.filter((one) => portNumbered(service, one.port) === one);
    return ports.flatMap((servicePort): Callee[] => {
      const destinations = workloads.flatMap((workload) => destinationsOf(service, servicePort, workload));
      const { namespace, name } = service;
      return servicePort.port === undefined || destinations.length === 0
        ? []
        : [{ namespace, name, port: servicePort.port, isMetrics: false, destinations }];
    });
  });
}

function metrics(inventory: Inventory): Callee[] {
  const meshed = inventory.workloads.filter(
    (workload) => !isAssumed(workload.manifest) && inventory.isMeshed(workload),
  );
  const nameOf = (workload: Workload) => inventory.servicesOf(workload)[0]?.name ?? workload.name;
  const groups = indexBy(meshed, (workload) => `${workload.namespace}/${nameOf(workload)}`);
  return [...groups.values()].flatMap((workloads) =>
    workloads[0] === undefined ? [] : metricsOf(workloads[0].namespace, nameOf(workloads[0]), workloads),
  );
}

function metricsOf(namespace: string, name: string, workloads: readonly Workload[]): Callee[] {
  return metricsPorts.map((port) => {
    const destinations = workloads.map((workload) => ({ workload, port, protocol: 'TCP', isHttp: true }));
    return { namespace, name, port, isMetrics: true, destinations };
  });
}
