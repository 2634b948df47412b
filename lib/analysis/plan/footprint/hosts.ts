import { hostMatches } from '../../inventory/hosts';
import { indexBy, indexByAll } from '../../inventory/index-by';
import type { Inventory } from '../../inventory/inventory';
import type { Manifest } from '../../manifest/manifest';
import type { Service } from '../../views/service';
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

  /** The pods that any version of its Service selects. */
  podsBehind(host: string): readonly Workload[] {
    return (this.services.get(host) ?? []).flatMap((service) => this.versions.workloadsBehind(service));
  }
}
