import { searched, domainsOf, writtenAddresses } from '../../inventory/addresses';
import { hostMatches } from '../../inventory/hosts';
import { indexBy } from '../../inventory/index-by';
import { isInjectorConfig } from '../../inventory/injector';
import type { Inventory } from '../../inventory/inventory';
import { meshConfigsIn } from '../../inventory/mesh-config';
import { keyOf, type Manifest } from '../../manifest/manifest';
import type { Client } from '../../routing/request';
import { gatewayClass } from '../../views/gateway-api';
import type { Workload } from '../../views/workload';
import { Attached, type Pods } from './attached';
import { concerning, Gateways, patternsOf, type PlacedGateway, tcpPatternsOf } from './gateways';
import { Hosts } from './hosts';
import { type Lead, Leads } from '../../routing/leads';
import { egressHost, sidecar } from '../../views/sidecar';
import { related } from '../../inventory/workloads';

/** Keys of objects: whatever becomes of all others, an answer stays the same. */
export type Footprint = ReadonlySet<string>;

/**
 * Finds the objects that an answer of the analysis can depend on. It looks where the analysis looks, but in all versions of
 * all objects of a plan at once: what is not to be found there is in no state either. Too much in a footprint costs time;
 * too little would be a false proof.
 */
export class Footprints {
  private readonly workloads: ReadonlyMap<string, readonly Workload[]>;
  private readonly leads: Leads;
  private readonly hosts: Hosts;
  private readonly attached: Attached;
  private readonly gateways: Gateways;
  private readonly ofMesh: readonly Manifest[];

  /** @param versions of every object in any state of the plan, and what is taken for granted */
  constructor(private readonly versions: Inventory) {
    this.workloads = indexBy(versions.workloads, ({ manifest }) => keyOf(manifest));
    this.leads = new Leads(versions);
    this.hosts = new Hosts(versions);
    this.attached = new Attached(versions);
    this.gateways = new Gateways(versions);
    this.ofMesh = [
      ...meshConfigsIn(versions),
      ...versions.ofKind('', 'ConfigMap').filter(isInjectorConfig),
      ...related(versions.manifests),
      ...versions.ofKind(gatewayClass.group, gatewayClass.kind),
    ];
  }

  /** Of the calls of some pods to a host, or of the requests for it that they take as a gateway. */
  ofCalls({ workload, isGateway }: Pick<Client, 'workload' | 'isGateway'>, host: string): Footprint {
    const clients = this.versionsOf(workload);
    const written = clients.flatMap((client) => [...writtenAddresses(client)].map((address) => address.host));
    const names = this.asked(host, written, workload.namespace);
    const domains = [...names].flatMap(domainsOf).filter((name) => this.versions.serviceOf(name) !== undefined);
    const asked = new Set([...names, ...domains]);
    const gateways = clients.flatMap((client) => this.gateways.on(client));
    // For a gateway that calls nobody, Gateways for other hosts say nothing of this one.
    const taking = isGateway && written.length === 0 ? concerning(gateways, host) : gateways;
    const leads = [
      ...[...asked].flatMap((name) => this.leads.of(name)),
      ...taking.flatMap(tcpPatternsOf).flatMap((pattern) => this.leads.under(pattern)),
    ];
    const sidecars = clients.flatMap((client) => this.attached.sidecarsOf(client));
    const led = new Set([...asked, ...leads.flatMap(({ to }) => to)]);
    // What a Sidecar does not import is reached all the same if any route leads there.
    const beside = sidecars.length === 0 ? [] : [...led].flatMap((name) => this.leads.to(name));
    return keysOf([
      ...this.ofMesh,
      ...clients.flatMap((client) => [client.manifest, ...this.attached.network(client)]),
      ...sidecars,
      ...taking.flatMap(({ objects }) => objects),
      // Their Services say at which ports of the pods Gateways listen, and their policies whom they let in.
      ...(gateways.length === 0 ? [] : clients.flatMap((client) => this.entering(client))),
      ...[...leads, ...beside, ...this.others(host, taking)].flatMap(({ manifest, needs }) => [manifest, ...needs]),
      ...[...led].flatMap((name) => this.behind(name)),
      ...(isGateway ? [] : this.beside(host, leads, sidecars)),
    ]);
  }

  /**
   * What takes the place of a host that a sidecar does not know: who takes every connection to a port, hosts by whom a wildcard
   * is no host of its own, and those by whom the sidecar listens for HTTP. Without a Sidecar gateways are among these.
   */
  private beside(host: string, leads: readonly Lead[], sidecars: readonly Manifest[]): Manifest[] {
    const wildcards = leads.flatMap(({ spec }) =>
      spec.hosts.filter((one) => one.startsWith('*') && hostMatches(one, host)),
    );
    const isDeclared = this.hosts.declaring(host).length > 0;
    const imported = sidecars
      .flatMap((one) => sidecar.view(one).spec.egress.flatMap(({ hosts }) => hosts))
      .map((entry) => egressHost(entry, '')?.host ?? '')
      .filter((pattern) => !isDeclared || pattern !== '*');
    return [
      ...this.hosts.takingAll(),
      ...wildcards.flatMap((pattern) => this.hosts.under(pattern)),
      ...this.hosts.listening(imported, 80),
    ];
  }

  /** Of whether a pod gets through to a port of the pods that a host may have. */
  ofPair(caller: Pods, host: string, workload: Workload): Footprint {
    return keysOf([
      ...this.ofMesh,
      ...this.attached.network(caller),
      ...this.hosts.declaring(host),
      ...this.versionsOf(workload).flatMap((receiver) => this.receiving(receiver)),
    ]);
  }

  private versionsOf({ manifest }: Workload): readonly Workload[] {
    return this.workloads.get(keyOf(manifest)) ?? [];
  }

  /** The names under which a host may be looked for: a short one is whichever of them is there. */
  private asked(host: string, written: readonly string[], namespace: string): ReadonlySet<string> {
    const meant = written.filter((name) => searched(name, namespace).includes(host));
    return new Set([host, ...meant].flatMap((name) => searched(name, namespace)));
  }

  private receiving(receiver: Workload): Manifest[] {
    return [receiver.manifest, ...this.attached.network(receiver), ...this.attached.policiesOf(receiver)];
  }

  private entering(gateway: Workload): Manifest[] {
    return [...this.versions.servicesOf(gateway).map(manifestOf), ...this.attached.policiesOf(gateway)];
  }

  private behind(host: string): Manifest[] {
    const pods = new Set(this.hosts.podsBehind(host));
    return [
      ...this.hosts.declaring(host),
      ...this.hosts.registeredBehind(host),
      ...[...pods].flatMap((receiver) => this.receiving(receiver)),
    ];
  }

  /** A host that stands for a pattern is asked only while no route has a host of the pattern. */
  private others(host: string, gateways: readonly PlacedGateway[]) {
    const patterns = host.startsWith('any.') ? gateways.flatMap(patternsOf) : [];
    return patterns.filter((pattern) => hostMatches(pattern, host)).flatMap((pattern) => this.leads.under(pattern));
  }
}

function manifestOf({ manifest }: { readonly manifest: Manifest }): Manifest {
  return manifest;
}

function keysOf(manifests: readonly Manifest[]): Footprint {
  return new Set(manifests.map(keyOf));
}
