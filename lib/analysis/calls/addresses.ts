import type { Inventory } from '../inventory/inventory';
import { type Service, type ServicePort, speaksHttp } from '../views/service';
import type { Workload } from '../views/workload';

/** A port of a Service that a process was told to call. */
export interface Address {
  readonly service: Service;
  readonly port: ServicePort;
}

/**
 * Whom pods call over HTTP or gRPC, as far as their environment says: its values hold URLs, and
 * hosts with a port that the Service has. A lone word is no address, because many values are the
 * name of a Service by chance; neither is the Service that the pods themselves are behind.
 */
export function* addressesOf(workload: Workload, inventory: Inventory): Generator<Address> {
  const own = inventory.servicesOf(workload);
  const seen = new Set<ServicePort>();
  const variables = [...workload.containers, ...workload.initContainers].flatMap(({ env }) => env);
  for (const { value = '' } of variables) {
    for (const [, scheme, host = '', number] of value.matchAll(address)) {
      const service = serviceNamed(host, workload.namespace, inventory);
      const port = service && portOf(service, scheme, number);
      if (service !== undefined && port !== undefined && !own.includes(service) && !seen.has(port)) {
        seen.add(port);
        yield { service, port };
      }
    }
  }
}

/** `scheme://user@host:port`, of which the host is enough. */
const address = /([a-z][a-z0-9]*:\/\/(?:[^\s/@,]*@)?)?([a-z0-9._-]+)(?::(\d+))?/gi;

/** A Service by its name as pods of a namespace look it up. */
function serviceNamed(host: string, namespace: string, inventory: Inventory): Service | undefined {
  const name = host.replace(/\.$/, '').toLowerCase();
  return name.includes('.')
    ? [name, `${name}.cluster.local`, `${name}.svc.cluster.local`]
        .map((full) => inventory.serviceOf(full))
        .find((found) => found !== undefined)
    : inventory.serviceOf(`${name}.${namespace}.svc.cluster.local`);
}

/** The port that an address means, if it means one that speaks HTTP. */
function portOf({ ports }: Service, scheme: string | undefined, number: string | undefined): ServicePort | undefined {
  const assumed = scheme?.startsWith('https') ? 443 : 80;
  const wanted = number === undefined && scheme !== undefined ? assumed : Number(number);
  const found = ports.find(({ port }) => port === wanted);
  return found !== undefined && speaksHttp(found) ? found : undefined;
}
