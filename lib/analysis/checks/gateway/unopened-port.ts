import { isAssumed } from '../../inventory/assumed';
import type { Inventory } from '../../inventory/inventory';
import { podPortOf } from '../../inventory/pod-port';
import type { Gateway } from '../../views/gateway';
import type { Workload } from '../../views/workload';
import type { Check } from '../check';
import { allServers, writtenPods } from './servers';

/**
 * What the Service of an installed gateway opens is not in the files of an application. Those that
 * `istioctl install` brings have the ports that all its profiles together give them.
 */
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
      const written = writtenPods(placed);
      const ports = written.flatMap((workload) => portsInto(inventory, workload));
      if (port !== undefined && written.length === 0 && isInstalled(gateway) && !installed.includes(port)) {
        const message = `the Service of an installed gateway has no port ${port}: it has ${installed.join(', ')}`;
        yield { manifest: gateway.manifest, path: [...path, 'port', 'number'], message };
      }
      if (port !== undefined && ports.length > 0 && !ports.includes(port)) {
        const message = `no Service leads to port ${port}: they lead to ${[...new Set(ports)].join(', ')}`;
        yield { manifest: gateway.manifest, path: [...path, 'port', 'number'], message };
      }
    }
  },
};

/** @see https://istio.io/latest/docs/setup/additional-setup/config-profiles/ */
const installed: readonly number[] = [80, 443, 8080, 8443, 15012, 15017, 15021, 15443, 31400];

function isInstalled({ spec: { selector } }: Gateway): boolean {
  const [[key, role] = [], ...others] = Object.entries(selector);
  return key === 'istio' && (role === 'ingressgateway' || role === 'egressgateway') && others.length === 0;
}

/** Ports of Services and the pods' ports behind them: a Gateway may name either. */
function portsInto(inventory: Inventory, workload: Workload): number[] {
  const services = inventory.servicesOf(workload).filter(({ manifest }) => !isAssumed(manifest));
  return services
    .flatMap(({ ports }) => ports)
    .flatMap((port) => [port.port, podPortOf(port, workload)])
    .filter((one) => one !== undefined);
}
