import { qualified } from '../inventory/hosts';
import type { Inventory } from '../inventory/inventory';
import type { FieldPath, Manifest } from '../manifest/manifest';
import { type DestinationPolicy, subsetOf } from '../transport/destination-policy';
import { hasPodsWith } from '../views/pod-labels';
import type { Destination, WeightedDestination } from '../views/virtual-service';
import type { Workload } from '../views/workload';
import { fieldOf } from './rule-fields';
import { placeIn, type RouteSource } from './rules';

/** Destinations that share the requests of one rule, and where they stand. */
export interface Share {
  readonly route: RouteSource;
  readonly manifest: Manifest;
  /** What a request has to be for the rule; empty for any. */
  readonly match: readonly { readonly gateways: readonly string[] }[];
  readonly destinations: readonly WeightedDestination[];
  readonly path: FieldPath;
}

/** A place in a route that names somebody to send to. */
export interface NamedDestination {
  readonly route: RouteSource;
  readonly manifest: Manifest;
  readonly destination: Destination;
  readonly path: FieldPath;
}

/** Who shares the requests of each rule, of all protocols. */
function* sharesOf(route: RouteSource): Generator<Share> {
  const { http, tcp, tls } = route.spec;
  for (const [protocol, rules] of Object.entries({ http, tcp, tls })) {
    for (const [index, rule] of rules.entries()) {
      const place = placeIn(route, protocol, index);
      const { match, route: destinations } = rule;
      yield { route, manifest: place.manifest, match, destinations, path: fieldOf(place, 'route') };
    }
  }
}

/** Who shares the requests of each rule of some routes. */
export function allShares(routes: readonly RouteSource[]): Share[] {
  return routes.flatMap((route) => [...sharesOf(route)]);
}

/** Every destination that a route names: of rules of all protocols, and of mirrors. */
export function* destinationsOf(route: RouteSource): Generator<NamedDestination> {
  for (const { manifest, destinations, path } of sharesOf(route)) {
    for (const [number, { destination }] of destinations.entries()) {
      if (destination !== undefined) {
        yield { route, manifest, destination, path: [...path, number, 'destination'] };
      }
    }
  }
  for (const [index, { mirror, mirrors }] of route.spec.http.entries()) {
    const place = placeIn(route, 'http', index);
    if (mirror !== undefined) {
      yield { route, manifest: place.manifest, destination: mirror, path: fieldOf(place, 'mirror') };
    }
    for (const [number, { destination }] of mirrors.entries()) {
      if (destination !== undefined) {
        const path = [...fieldOf(place, 'mirrors'), number, 'destination'];
        yield { route, manifest: place.manifest, destination, path };
      }
    }
  }
}

/** Every destination that any of some routes names. */
export function allDestinations(routes: readonly RouteSource[]): NamedDestination[] {
  return routes.flatMap((route) => [...destinationsOf(route)]);
}

/** What makes the pods behind a host, or behind a subset of it as a policy makes it; none if it does not. */
export function workloadsAt(
  inventory: Inventory,
  policy: DestinationPolicy,
  { host, subset = '' }: { readonly host: string; readonly subset?: string | undefined },
): readonly Workload[] {
  const service = inventory.serviceOf(host);
  const behind = service === undefined ? [] : inventory.workloadsBehind(service);
  const labels = subset === '' ? {} : subsetOf(policy, subset)?.labels;
  return labels === undefined ? [] : behind.filter((workload) => hasPodsWith(workload, labels));
}

/** The pods that a destination means, whichever DestinationRule of its host makes the subset. */
export function workloadsMeant(
  inventory: Inventory,
  { namespace }: Pick<Manifest, 'namespace'>,
  destination: Destination | undefined,
): readonly Workload[] {
  const host = qualified(destination?.host ?? '', namespace);
  return workloadsAt(inventory, { rules: inventory.destinationRulesOf(host) }, { host, subset: destination?.subset });
}
