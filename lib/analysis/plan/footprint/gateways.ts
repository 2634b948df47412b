import { indexByAll } from '../../inventory/index-by';
import type { Inventory } from '../../inventory/inventory';
import { SelectorIndex } from '../../inventory/selector-index';
import type { Manifest } from '../../manifest/manifest';
import { gatewaysOnServices } from '../../routing/gateway-api';
import { hostsOf } from '../../routing/gateway-entry';
import type { Gateway } from '../../views/gateway';
import type { KubernetesGateway } from '../../views/gateway-api';
import type { Workload } from '../../views/workload';

/** A Gateway of either API on some pods, and the Services by which it got there. */
export interface PlacedGateway {
  /** Patterns of the hosts that it takes. */
  readonly hosts: readonly string[];
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
      hosts: spec.servers.flatMap(hostsOf),
      objects: [manifest],
    }));
    const ofGatewayApi = this.versions.servicesOf(workload).flatMap((service) =>
      (this.byService.get(service.host) ?? []).map(([{ manifest, spec }]) => ({
        hosts: spec.listeners.map(({ hostname = '*' }) => hostname),
        objects: [manifest, service.manifest],
      })),
    );
    return [...ofIstio, ...ofGatewayApi];
  }
}
