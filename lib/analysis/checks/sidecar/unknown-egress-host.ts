import { hostsOverlap } from '../../inventory/hosts';
import { indexByAll } from '../../inventory/index-by';
import type { Inventory } from '../../inventory/inventory';
import { configurationOf } from '../../routing/configuration';
import { egressHost } from '../../views/sidecar';
import type { Check } from '../check';

/**
 * Kiali takes a short name for that of a Service, and a namespace for granted; the proxy knows full
 * names alone, and those of the namespace that the entry names.
 */
export const unknownEgressHost: Check = {
  code: 'KIA1004',
  aliases: ['IST0101'],
  level: 'warning',
  title: 'Every egress host of a Sidecar exists in the namespace it is written for',
  reason: 'An entry that stands for nothing makes nothing visible: what it was meant for stays out of reach.',
  remedy: 'write namespace/name.namespace.svc.cluster.local, namespace/host of a ServiceEntry, or namespace/*',
  link: 'https://istio.io/latest/docs/reference/config/networking/sidecar/#IstioEgressListener',
  *find(inventory) {
    const hosts = hostsByNamespace(inventory);
    for (const { manifest, spec } of inventory.sidecars) {
      for (const [index, listener] of spec.egress.entries()) {
        for (const [number, entry] of listener.hosts.entries()) {
          const message = unknown(inventory, hosts, entry, manifest.namespace);
          if (message !== undefined) {
            yield { manifest, path: ['spec', 'egress', index, 'hosts', number], message };
          }
        }
      }
    }
  },
};

interface Hosts {
  readonly all: ReadonlySet<string>;
  readonly wildcards: readonly string[];
}

/** Hosts of one namespace, and under `*` of all of them. */
type HostIndex = ReadonlyMap<string, Hosts>;

/** Routes have hosts too, and are as visible as these. */
function hostsByNamespace(inventory: Inventory): HostIndex {
  const { services, serviceEntries } = inventory;
  const owned = [
    ...services.map(({ namespace, host }) => ({ namespace, hosts: [host] })),
    ...[...serviceEntries, ...configurationOf(inventory).routes].map(({ manifest, spec }) => ({
      namespace: manifest.namespace,
      hosts: spec.hosts,
    })),
  ];
  const index = indexByAll(owned, ({ namespace }) => [namespace, '*']);
  return new Map([...index].map(([namespace, group]) => [namespace, hostsOf(group.flatMap(({ hosts }) => hosts))]));
}

function hostsOf(hosts: readonly string[]): Hosts {
  return { all: new Set(hosts), wildcards: hosts.filter((host) => host.startsWith('*')) };
}

function unknown(inventory: Inventory, index: HostIndex, entry: string, owner: string): string | undefined {
  const { namespace, host } = egressHost(entry, owner) ?? { namespace: '~', host: '' };
  if (namespace === '~') {
    return undefined;
  }
  if (namespace !== '*' && !inventory.namespaces.has(namespace)) {
    return `there is no namespace ${namespace}`;
  }
  const { all, wildcards } = index.get(namespace) ?? hostsOf([]);
  const candidates = host.startsWith('*') ? [...all] : wildcards;
  const isKnown = host === '*' || all.has(host) || candidates.some((known) => hostsOverlap(host, known));
  const where = namespace === '*' ? 'any namespace' : `namespace ${namespace}`;
  return isKnown ? undefined : `no Service and no ServiceEntry of ${where} has the host ${host}`;
}
