import type { FieldPath } from '../manifest/manifest';
import type { Destination, VirtualService, WeightedDestination } from './virtual-service';

/** Destinations that share the requests of one rule. */
export interface Share {
  readonly route: VirtualService;
  readonly destinations: readonly WeightedDestination[];
  readonly path: FieldPath;
}

/** A place in a VirtualService that names somebody to send to. */
export interface NamedDestination {
  readonly route: VirtualService;
  readonly destination: Destination;
  readonly path: FieldPath;
}

/** Who shares the requests of each rule, of all protocols. */
function* sharesOf(route: VirtualService): Generator<Share> {
  const { http, tcp, tls } = route.spec;
  for (const [protocol, rules] of Object.entries({ http, tcp, tls })) {
    for (const [index, rule] of rules.entries()) {
      yield { route, destinations: rule.route, path: ['spec', protocol, index, 'route'] };
    }
  }
}

/** Who shares the requests of each rule of some VirtualServices. */
export function allShares(routes: readonly VirtualService[]): Share[] {
  return routes.flatMap((route) => [...sharesOf(route)]);
}

/** Every destination that a VirtualService names: of routes of all protocols, and of mirrors. */
export function* destinationsOf(route: VirtualService): Generator<NamedDestination> {
  for (const { destinations, path } of sharesOf(route)) {
    for (const [number, { destination }] of destinations.entries()) {
      if (destination !== undefined) {
        yield { route, destination, path: [...path, number, 'destination'] };
      }
    }
  }
  for (const [index, { mirror, mirrors }] of route.spec.http.entries()) {
    if (mirror !== undefined) {
      yield { route, destination: mirror, path: ['spec', 'http', index, 'mirror'] };
    }
    for (const [number, { destination }] of mirrors.entries()) {
      if (destination !== undefined) {
        yield { route, destination, path: ['spec', 'http', index, 'mirrors', number, 'destination'] };
      }
    }
  }
}

/** Every destination that any of some VirtualServices names. */
export function allDestinations(routes: readonly VirtualService[]): NamedDestination[] {
  return routes.flatMap((route) => [...destinationsOf(route)]);
}
