import type { Hit } from '../../finding';
import { isAssumed } from '../../inventory/assumed';
import { indexByAll } from '../../inventory/index-by';
import type { Inventory } from '../../inventory/inventory';
import { areSeenTogether, exportOf } from '../../inventory/visibility';
import { areMerged, differencesOf, type ServiceEntry } from '../../views/service-entry';
import { mention } from '../mention';

/**
 * Entries that proxies ignore, ports and all, because another declaration has the host: a Service of Kubernetes, or an entry that they
 * can't be merged with. Where both have one port in common, that is what is to be said.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/sidecar.go appendSidecarServices
 */
export function* ignoredEntries(inventory: Inventory): Generator<Hit> {
  for (const [host, entries] of indexByAll(inventory.serviceEntries, ({ spec }) => new Set(spec.hosts))) {
    for (const [number, entry] of entries.entries()) {
      const path = ['spec', 'hosts', entry.spec.hosts.indexOf(host)];
      const service = inventory.serviceOf(host);
      const older = entries.slice(0, number).find((other) => areApart(other, entry));
      if (service !== undefined && !isAssumed(service.manifest) && areSeenTogether(service, exportOf(entry))) {
        const message = `${mention(service.manifest)} has the host ${host}, so the entry is ignored`;
        yield { manifest: entry.manifest, path, message };
      } else if (older !== undefined) {
        const why = `they differ in ${differencesOf(older, entry).join(', ')}`;
        const message = `${mention(older.manifest)} declares ${host} too, and the two are not merged: ${why}`;
        yield { manifest: entry.manifest, path, message };
      }
    }
  }
}

function areApart(one: ServiceEntry, other: ServiceEntry): boolean {
  const ports = new Set(one.spec.ports.map(({ number }) => number));
  const isPortLost = ports.size > 0 && other.spec.ports.length > 0;
  const isPortShared = other.spec.ports.some(({ number }) => ports.has(number));
  return isPortLost && !isPortShared && !areMerged(one, other) && areSeenTogether(exportOf(one), exportOf(other));
}
