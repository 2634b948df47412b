import type { Service, ServicePort } from '../views/service';
import type { Workload } from '../views/workload';
import type { Inventory } from './inventory';
import type { FieldPath } from './manifest';

/** A Service that a workload is told of by its environment: whom it will call, in all likelihood. */
export interface NamedService {
  readonly service: Service;
  /** The port it is told, or the one of the scheme; nothing if the Service has no such port. */
  readonly port: ServicePort | undefined;
  /** As written: a URL, or a host and a port. */
  readonly text: string;
  /** Where it stands in the object of the workload. */
  readonly path: FieldPath;
}

/** The Services in the environment of a workload, its own left out: that is its address, not its callee. */
export function* namedServices(inventory: Inventory, workload: Workload): Generator<NamedService> {
  for (const [index, { env }] of workload.containers.entries()) {
    for (const [number, { value = '' }] of env.entries()) {
      const path = [...workload.podPath, 'spec', 'containers', index, 'env', number, 'value'];
      for (const { text, host, port } of addresses(value)) {
        const service = serviceNamed(inventory, host, workload.namespace);
        if (service !== undefined && !inventory.workloadsBehind(service).includes(workload)) {
          yield { service, port: service.ports.find((one) => one.port === port), text, path };
        }
      }
    }
  }
}

interface Address {
  readonly text: string;
  readonly host: string;
  readonly port: number;
}

/** A word counts with a scheme or a port alone: any other may be a name of anything. */
const address =
  /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:[^@/?#]*@)?([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)\.?(?::(\d+))?(?:[/?#]|$)/i;

function addresses(value: string): Address[] {
  return value.split(/[\s,;|]+/).flatMap((text) => {
    const [, scheme, host, port] = address.exec(text) ?? [];
    const isAddress = host !== undefined && (scheme !== undefined || port !== undefined);
    return isAddress ? [{ text, host: host.toLowerCase(), port: Number(port ?? (scheme === 'https' ? 443 : 80)) }] : [];
  });
}

/** As the resolver of a pod completes a name. */
function serviceNamed(inventory: Inventory, host: string, namespace: string): Service | undefined {
  const [name = '', owner = namespace, ...domain] = host.split('.');
  const isOfCluster = ['', 'svc', 'svc.cluster.local'].includes(domain.join('.'));
  return isOfCluster ? inventory.serviceOf(`${name}.${owner}.svc.cluster.local`) : undefined;
}
