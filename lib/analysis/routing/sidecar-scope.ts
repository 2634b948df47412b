import { isAssumedAddOn } from '../inventory/assumed';
import { hostMatches, hostsOverlap, qualified } from '../inventory/hosts';
import type { Inventory } from '../inventory/inventory';
import { type Declaration, isVisible } from '../inventory/visibility';
import { isHttpTraffic } from '../views/service';
import { type EgressHost, egressHost, outboundModeOf, type Sidecar } from '../views/sidecar';
import { isForMesh, type VirtualService } from '../views/virtual-service';
import { destinationsOf } from './destinations';
import { configurationOf } from './configuration';
import type { Client } from './request';

/** Egress hosts of a Sidecar, and the one port that they are for. */
interface Listener {
  readonly port: number | undefined;
  readonly hosts: readonly EgressHost[];
}

/**
 * What the proxy of a client knows of the mesh: of a sidecar, what its Sidecar imports; without one,
 * and at gateways, all that is exported to it.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export class SidecarScope {
  /** The Sidecar that limits what is known. */
  readonly sidecar: Sidecar | undefined;
  /** What becomes of requests to hosts that are not known: `REGISTRY_ONLY` or `ALLOW_ANY`. */
  readonly outboundTrafficPolicy: string;
  private readonly listeners: readonly Listener[];
  private routed?: ReadonlySet<string>;

  constructor(
    private readonly inventory: Inventory,
    private readonly client: Client,
  ) {
    this.sidecar = client.isGateway ? undefined : inventory.sidecarOf(client);
    this.listeners = this.sidecar === undefined ? [] : listenersOf(this.sidecar, client.namespace);
    const ofSidecar = this.sidecar && outboundModeOf(this.sidecar);
    this.outboundTrafficPolicy = ofSidecar ?? inventory.mesh.outboundTrafficPolicy;
  }

  /** Whether the Sidecar lets its pods see a host; at any of its ports, if none is asked for. */
  importsHost(host: string, port?: number): boolean {
    return this.listeners.length === 0 || this.inventory.declarationsOf(host).some((one) => this.importsIt(one, port));
  }

  /** Whether the proxy takes requests for a host by itself: it is imported, and exported to it. */
  seesHost(host: string, port?: number): boolean {
    return this.inventory.declarationsOf(host).some((one) => this.sees(one, port));
  }

  /** Whether the proxy takes requests for what is declared somewhere. */
  sees(declaration: Declaration, port?: number): boolean {
    return this.isExported(declaration) && this.importsIt(declaration, port);
  }

  /** Whether anything that the proxy sees speaks HTTP at a port. */
  listensForHttp(port: number): boolean {
    return this.hosts().some(
      (host) =>
        this.inventory
          .portsOf(host, this.client.namespace)
          .some(({ number, traffic }) => number === port && isHttpTraffic(traffic)) && this.seesHost(host, port),
    );
  }

  /** Whether the proxy sees a host that a pattern stands for, with a port. */
  seesAnyUnder(pattern: string, port: number): boolean {
    return this.hosts()
      .filter((host) => hostMatches(pattern, host))
      .some(
        (host) =>
          this.inventory.portsOf(host, this.client.namespace).some(({ number }) => number === port) &&
          this.seesHost(host, port),
      );
  }

  private hosts(): string[] {
    const { services, serviceEntries } = this.inventory;
    const there = services.filter(({ manifest }) => !isAssumedAddOn(manifest));
    return [...there.map(({ host }) => host), ...serviceEntries.flatMap(({ spec }) => spec.hosts)];
  }

  seesRoute({ manifest, spec }: VirtualService, port?: number): boolean {
    const { namespace } = manifest;
    return (
      isVisible(spec.exportTo, namespace, this.client.namespace) &&
      this.imports(namespace, port, (pattern) =>
        spec.hosts.some((host) => hostsOverlap(pattern, qualified(host, namespace))),
      )
    );
  }

  /** Whether the proxy can send to a host: to all that it sees, and to those that its routes lead to. */
  reaches(host: string): boolean {
    return this.inventory
      .declarationsOf(host)
      .some((one) => this.sees(one) || (this.isExported(one) && (this.routed ??= this.routedHosts()).has(host)));
  }

  private imports(owner: string, port: number | undefined, isWanted: (pattern: string) => boolean): boolean {
    const imported = listenersFor(this.listeners, port).flatMap(({ hosts }) => hosts);
    return (
      this.listeners.length === 0 ||
      imported.some(({ namespace, host }) => (namespace === '*' || namespace === owner) && isWanted(host))
    );
  }

  private importsIt({ host, namespace }: Declaration, port: number | undefined): boolean {
    return this.imports(namespace, port, (pattern) => hostMatches(pattern, host));
  }

  private isExported({ namespace, exportTo }: Declaration): boolean {
    return isVisible(exportTo, namespace, this.client.namespace);
  }

  private routedHosts(): Set<string> {
    const routes = configurationOf(this.inventory).routes.filter((route) => isForMesh(route) && this.seesRoute(route));
    const named = routes.flatMap((route) =>
      [...destinationsOf(route)].map(({ destination }) => qualified(destination.host ?? '', route.manifest.namespace)),
    );
    return new Set(named);
  }
}

/** Without any, nothing limits what is known; `.` is the namespace of the client, whosever the Sidecar is. */
function listenersOf({ spec }: Sidecar, own: string): Listener[] {
  return spec.egress.map(({ port, hosts }) => ({
    port: port?.number,
    hosts: hosts.map((entry) => egressHost(entry, own)).filter((entry) => entry !== undefined),
  }));
}

/**
 * A listener with a port has the requests to that port alone, and no other listener has them.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/sidecar.go GetEgressListenerForRDS
 */
function listenersFor(listeners: readonly Listener[], port: number | undefined): readonly Listener[] {
  if (port === undefined) {
    return listeners;
  }
  const own = listeners.filter((listener) => listener.port === port);
  return own.length > 0 ? own : listeners.filter((listener) => listener.port === undefined);
}
