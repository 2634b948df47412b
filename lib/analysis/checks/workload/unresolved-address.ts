import { resolvedHost, writtenAddresses } from '../../inventory/addresses';
import { isAssumed } from '../../inventory/assumed';
import type { Service } from '../../views/service';
import type { Workload } from '../../views/workload';
import type { Check } from '../check';
import { mention } from '../mention';

/**
 * A name is a fault where the files show what it should be: other Services of its namespace, or the
 * same Service in another one. A name of one word counts as part of a URL alone.
 */
export const unresolvedAddress: Check = {
  code: 'LAB023',
  level: 'error',
  title: 'Every Service in the environment of a pod exists, and has the port',
  reason: 'Nobody answers to the name, or at the port: the call fails however well it is routed.',
  remedy: 'write the name of a Service as <name>.<namespace>.svc.cluster.local, and one of its ports',
  link: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/',
  *find(inventory) {
    const services = inventory.services.filter(({ manifest }) => !isAssumed(manifest));
    const namespaces = new Set(services.map(({ namespace }) => namespace));
    const names = new Set(services.map(({ name }) => name));
    for (const workload of inventory.workloads) {
      for (const { host: written, port, text, path } of writtenAddresses(workload)) {
        const host = resolvedHost(inventory, written, workload.namespace);
        const service = inventory.serviceOf(host);
        const meant = nameMeant(written, text, workload);
        const at = { manifest: workload.manifest, path };
        if (service !== undefined && port !== undefined && !isOpen(service, port)) {
          const ports = service.ports.map((one) => one.port).join(', ');
          yield {
            ...at,
            message: `${text} is ${mention(service.manifest)}, which has no port ${port}: it has ${ports}`,
          };
        } else if (meant !== undefined && !inventory.knowsHost(host) && isShown(meant, names, namespaces)) {
          const message = `${text} is to be Service ${meant.name} of namespace ${meant.namespace}, and there is none`;
          yield { ...at, message };
        }
      }
    }
  },
};

interface Name {
  readonly name: string;
  readonly namespace: string;
  /** Whether it can be nothing but a Service of the cluster. */
  readonly isFull: boolean;
}

/** The Service that a host may mean: it ends like one, names a namespace, or is one word of a URL. */
function nameMeant(host: string, text: string, { namespace: own }: Workload): Name | undefined {
  const [name = '', namespace, ...domain] = host.split('.');
  if (namespace === undefined) {
    return text.includes('://') && name !== 'localhost' ? { name, namespace: own, isFull: true } : undefined;
  }
  const suffix = domain.join('.');
  return ['', 'svc', 'svc.cluster.local'].includes(suffix) ? { name, namespace, isFull: suffix !== '' } : undefined;
}

function isShown(
  { name, namespace, isFull }: Name,
  names: ReadonlySet<string>,
  namespaces: ReadonlySet<string>,
): boolean {
  return namespaces.has(namespace) || (isFull && names.has(name));
}

/** Pods of a headless Service are called at whatever port they listen on, and other hosts at theirs. */
function isOpen({ type, isHeadless, ports }: Service, port: number): boolean {
  const isTranslated = type !== 'ExternalName' && !isHeadless && ports.length > 0;
  return !isTranslated || ports.some((one) => one.port === port);
}
