import { isAssumed } from '../../inventory/assumed';
import type { Inventory } from '../../inventory/inventory';
import { podPortOf } from '../../inventory/pod-port';
import type { Workload } from '../../views/workload';
import type { Check } from '../check';
import { allServers, writtenPods } from './servers';

/** What the Service of an installed gateway opens is not in the files of an application. */
export const unopenedPort: Check = {
  code: 'IST0162',
  level: 'warning',
  title: 'Every port of a Gateway is one that its Service leads to',
  reason: 'A port that no Service of the gateway’s pods leads to can’t be reached from outside.',
  remedy: 'add the port to the Service of the gateway, or use one that it has',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0162/',
  *find(inventory) {
    for (const placed of allServers(inventory)) {
      const { gateway, server, path } = placed;
      const port = server.port?.number;
      const ports = writtenPods(placed).flatMap((workload) => portsInto(inventory, workload));
      if (port !== undefined && ports.length > 0 && !ports.includes(port)) {
        const message = `no Service leads to port ${port}: they lead to ${[...new Set(ports)].join(', ')}`;
        yield { manifest: gateway.manifest, path: [...path, 'port', 'number'], message };
      }
    }
  },
};

/** Ports of Services and the pods' ports behind them: a Gateway may name either. */
function portsInto(inventory: Inventory, workload: Workload): number[] {
  const services = inventory.servicesOf(workload).filter(({ manifest }) => !isAssumed(manifest));
  return services
    .flatMap(({ ports }) => ports)
    .flatMap((port) => [port.port, podPortOf(port, workload)])
    .filter((one) => one !== undefined);
}
