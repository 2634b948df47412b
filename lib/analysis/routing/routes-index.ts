import { hostMatches, qualified } from '../inventory/hosts';
import { indexByAll } from '../inventory/index-by';
import type { VirtualService } from '../views/virtual-service';

/** Finds VirtualServices by the hosts they have. */
export class RoutesIndex<T extends VirtualService> {
  private readonly byHost: ReadonlyMap<string, readonly T[]>;
  private readonly wildcards: readonly string[];

  constructor(private readonly routes: readonly T[]) {
    this.byHost = indexByAll(
      routes,
      ({ manifest, spec }) => new Set(spec.hosts.map((host) => qualified(host, manifest.namespace))),
    );
    this.wildcards = [...this.byHost.keys()].filter((host) => host.startsWith('*'));
  }

  /** Those of a fully qualified host, by its own name or by a wildcard, in the order of the files. */
  of(host: string): readonly T[] {
    const wildcards = this.wildcards.filter((pattern) => pattern !== host && hostMatches(pattern, host));
    const found = [host, ...wildcards].flatMap((pattern) => this.byHost.get(pattern) ?? []);
    return wildcards.length === 0 ? found : this.routes.filter((route) => found.includes(route));
  }
}
