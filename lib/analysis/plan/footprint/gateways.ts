import { indexByAll } from '../../inventory/index-by';
import type { Inventory } from '../../inventory/inventory';
import { SelectorIndex } from '../../inventory/selector-index';
import type { Manifest } from '../../manifest/manifest';
import { hostMatches } from '../../inventory/hosts';
import { gatewaysOnServices, serversOf } from '../../routing/listeners';
import { areRivals, hostsOf, spokenBy } from '../../routing/gateway-servers';
import type { Gateway, Server } from '../../views/gateway';
import type { KubernetesGateway } from '../../views/gateway-api';
import type { Workload } from '../../views/workload';

/** A Gateway of either API on some pods, and the Services by which it got there. */
export interface PlacedGateway {
  readonly servers: readonly Server[];
  readonly objects: readonly Manifest[];
}

/** Finds the Gateways that may configure some pods, by all versions of all objects of a plan. */
export class Gateways {
  private readonly ofIstio: SelectorIndex<Gateway>;
  private readonly byService: ReadonlyMap<string, readonly (readonly [KubernetesGateway, readonly string[]])[]>;

  constructor(private readonly versions: Inventory) {
    this.ofIstio = new SelectorIndex(versions.gateways, {
      namespaceOf: () => '',
      selectorOf: ({ spec }) => ({ matchLabels: spec.selector, matchExpressions: [] }),
    });
    this.byService = indexByAll(gatewaysOnServices(versions), ([, hosts]) => hosts);
  }

  on(workload: Workload): PlacedGateway[] {
    const ofIstio = this.ofIstio.selecting('', workload.labels).map(({ manifest, spec }) => ({
      servers: spec.servers,
      objects: [manifest],
    }));
    const ofGatewayApi = this.versions.servicesOf(workload).flatMap((service) =>
      (this.byService.get(service.host) ?? []).map(([gateway]) => ({
        servers: serversOf(gateway),
        objects: [gateway.manifest, service.manifest],
      })),
    );
    return [...ofIstio, ...ofGatewayApi];
  }
}

/** Those of some Gateways that have a say in requests for a host: they take it, or may leave out one that does. */
export function concerning(gateways: readonly PlacedGateway[], host: string): PlacedGateway[] {
  const found = new Set(
    gateways.filter((gateway) => patternsOf(gateway).some((pattern) => hostMatches(pattern, host))),
  );
  // A set grows while it is walked, and so this reaches whoever leaves out one who leaves out another.
  for (const { servers } of found) {
    const rivals = gateways.filter((other) => other.servers.some((one) => servers.some((own) => areRivals(own, one))));
    rivals.forEach((rival) => found.add(rival));
  }
  return [...found];
}

/** The hosts that a Gateway takes: at a port of plain TCP, where no client says whom it wants, all of them. */
export function patternsOf({ servers }: PlacedGateway): string[] {
  return servers.flatMap((server) => (spokenBy(server) === 'tcp' ? ['*'] : hostsOf(server)));
}

/** The hosts of VirtualServices whose rules for TCP a Gateway may follow, whatever its clients ask for. */
export function tcpPatternsOf({ servers }: PlacedGateway): string[] {
  return servers.filter((server) => spokenBy(server) === 'tcp').flatMap(hostsOf);
}
