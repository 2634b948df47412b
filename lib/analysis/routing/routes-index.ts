import { hostMatches, qualified } from '../inventory/hosts';
import { indexByAll } from '../inventory/index-by';
import type { Manifest } from '../manifest/manifest';

/** Something for requests to some hosts. */
interface Hosted {
  readonly manifest: Manifest;
  readonly spec: { readonly hosts: readonly string[] };
}

/** Finds VirtualServices, and what else has hosts, by the hosts they have. */
export class RoutesIndex<T extends Hosted> {
  private readonly byHost: ReadonlyMap<string, readonly T[]>;
  private readonly wildcards: readonly string[];

  private readonly places: ReadonlyMap<T, number>;

  constructor(routes: readonly T[]) {
    this.places = new Map(routes.map((route, place) => [route, place]));
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
    const placeOf = (route: T): number => this.places.get(route) ?? 0;
    return wildcards.length === 0 ? found : [...new Set(found)].sort((one, other) => placeOf(one) - placeOf(other));
  }
}
