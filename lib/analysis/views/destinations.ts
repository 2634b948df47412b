import type { FieldPath } from '../inventory/manifest';
import type { Destination, VirtualService } from './virtual-service';

/** A place in a VirtualService that names somebody to send to. */
export interface NamedDestination {
  readonly route: VirtualService;
  readonly destination: Destination;
  readonly path: FieldPath;
}

/** Every destination that a VirtualService names: of routes of all protocols, and of mirrors. */
export function* destinationsOf(route: VirtualService): Generator<NamedDestination> {
  const { http, tcp, tls } = route.spec;
  for (const [protocol, rules] of Object.entries({ http, tcp, tls })) {
    for (const [index, rule] of rules.entries()) {
      for (const [number, { destination }] of rule.route.entries()) {
        if (destination !== undefined) {
          yield { route, destination, path: ['spec', protocol, index, 'route', number, 'destination'] };
        }
      }
    }
  }
  for (const [index, { mirror, mirrors }] of http.entries()) {
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
