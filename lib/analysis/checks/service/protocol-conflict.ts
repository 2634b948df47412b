import type { Inventory } from '../../inventory/inventory';
import { targetPortOf } from '../../inventory/pod-port';
import { protocolOf, type Service, type ServicePort, speaksHttp } from '../../views/service';
import type { Workload } from '../../views/workload';
import type { Check } from '../check';
import { mention } from '../mention';

/**
 * The sidecar has one listener for each port of the pod, and the oldest Service says what it speaks.
 * istioctl compares TCP with UDP (IST0116) and numbers of Service ports (IST0137), neither of which
 * decides anything, in a single Service as well; what clashes are HTTP and other protocols behind
 * one target port.
 */
export const protocolConflict: Check = {
  code: 'IST0116',
  aliases: ['IST0137'],
  level: 'warning',
  title: 'Services in front of the same pods agree on the protocol of each port',
  reason: 'Which Service the sidecar believes depends on their age: routes, rules and metrics of HTTP come and go.',
  remedy: 'give the port the same protocol in both Services, or let the pods listen on two ports',
  link: 'https://istio.io/latest/docs/ops/deployment/application-requirements/#pod-requirements',
  *find(inventory) {
    for (const workload of inventory.workloads.filter((one) => inventory.isMeshed(one))) {
      for (const [one, other] of conflicts(inventory, workload)) {
        const { service, index, port } = other;
        const [first, second] = [protocolOf(one.port) ?? '', protocolOf(port) ?? ''];
        const message = `port ${targetPortOf(port)} of ${mention(workload.manifest)} is ${second} here and ${first} in ${mention(one.service.manifest, ['spec', 'ports', one.index])}`;
        yield { manifest: service.manifest, path: ['spec', 'ports', index], message };
      }
    }
  },
};

interface PlacedPort {
  readonly service: Service;
  readonly index: number;
  readonly port: ServicePort;
}

/** The first Service of a port, in the order of the files, with each that says something else. */
function conflicts(inventory: Inventory, workload: Workload): [PlacedPort, PlacedPort][] {
  const first = new Map<string, PlacedPort>();
  const found: [PlacedPort, PlacedPort][] = [];
  for (const service of inventory.servicesOf(workload)) {
    for (const [index, port] of service.ports.entries()) {
      const protocol = protocolOf(port);
      if (protocol !== undefined && protocol !== 'udp') {
        const placed = { service, index, port };
        const known = first.get(targetPortOf(port)) ?? placed;
        first.set(targetPortOf(port), known);
        if (known.service !== service && speaksHttp(known.port) !== speaksHttp(port)) {
          found.push([known, placed]);
        }
      }
    }
  }
  return found;
}
