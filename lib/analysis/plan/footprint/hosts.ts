import { hostMatches } from '../../inventory/hosts';
import { indexBy, indexByAll } from '../../inventory/index-by';
import type { Inventory } from '../../inventory/inventory';
import { registeredBehind } from '../../inventory/registered';
import type { Manifest } from '../../manifest/manifest';
import { type Service, speaksHttp, trafficOf } from '../../views/service';
import type { ServiceEntry } from '../../views/service-entry';
import type { Workload } from '../../views/workload';

/** Finds what may declare a host, by all versions of all objects of a plan. */
export class Hosts {
  private readonly services: ReadonlyMap<string, readonly Service[]>;
  private readonly entries: ReadonlyMap<string, readonly ServiceEntry[]>;
  private readonly wildcards: readonly string[];

  constructor(private readonly versions: Inventory) {
    this.services = indexBy(versions.services, ({ host }) => host);
    this.entries = indexByAll(versions.serviceEntries, ({ spec }) => new Set(spec.hosts));
    this.wildcards = [...this.entries.keys()].filter((host) => host.startsWith('*'));
  }

  /** Services and ServiceEntries of a fully qualified host, and the rules of how it is spoken to. */
  declaring(host: string): Manifest[] {
    const patterns = this.wildcards.filter((pattern) => pattern !== host && hostMatches(pattern, host));
    const views = [
      ...(this.services.get(host) ?? []),
      ...[host, ...patterns].flatMap((pattern) => this.entries.get(pattern) ?? []),
      ...this.versions.destinationRulesOf(host),
    ];
    return views.map(({ manifest }) => manifest);
  }

  /** ServiceEntries that may take every connection to a port, whomever it is for. */
  takingAll(): Manifest[] {
    return this.versions.serviceEntries
      .filter(({ spec }) => spec.addresses.length === 0 && spec.ports.some(isPlainTcp))
      .map(({ manifest }) => manifest);
  }

  /** What declares any of the hosts that a pattern stands for. */
  under(pattern: string): Manifest[] {
    const named = [...this.services.keys(), ...this.entries.keys()].filter((host) => hostMatches(pattern, host));
    return named.flatMap((host) => this.declaring(host));
  }

  /** What speaks HTTP at a port, of the hosts that some patterns stand for. */
  listening(patterns: readonly string[], port: number): Manifest[] {
    const isWanted = (host: string): boolean => patterns.some((pattern) => hostMatches(pattern, host));
    const services = this.versions.services.filter(
      ({ host, ports }) => isWanted(host) && ports.some((one) => one.port === port && speaksHttp(one)),
    );
    const entries = this.versions.serviceEntries.filter(
      ({ spec }) => spec.hosts.some(isWanted) && spec.ports.some(({ number }) => number === port),
    );
    return [...services, ...entries].map(({ manifest }) => manifest);
  }

  /** The pods that any version of its Service selects. */
  podsBehind(host: string): readonly Workload[] {
    return (this.services.get(host) ?? []).flatMap((service) => this.versions.workloadsBehind(service));
  }

  /** The WorkloadEntries that any version of its Service selects, and all that a ServiceEntry of it may select. */
  registeredBehind(host: string): Manifest[] {
    const services = this.services.get(host) ?? [];
    const patterns = [host, ...this.wildcards.filter((pattern) => hostMatches(pattern, host))];
    const selecting = patterns
      .flatMap((pattern) => this.entries.get(pattern) ?? [])
      .filter(({ spec }) => spec.workloadSelector !== undefined);
    const namespaces = new Set(selecting.map(({ manifest }) => manifest.namespace));
    const selectable = [...this.versions.workloadEntries, ...this.versions.workloads].filter(({ manifest }) =>
      namespaces.has(manifest.namespace),
    );
    const registered = services.flatMap((service) => registeredBehind(this.versions, service));
    return [...registered, ...selectable].map(({ manifest }) => manifest);
  }
}

function isPlainTcp({ protocol }: ServiceEntry['spec']['ports'][number]): boolean {
  return trafficOf(protocol?.toLowerCase()) === 'tcp';
}
