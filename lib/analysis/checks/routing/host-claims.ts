import { qualified } from '../../inventory/hosts';
import type { Inventory } from '../../inventory/inventory';
import { areSeenTogether, exportOf } from '../../inventory/visibility';
import type { Conditions } from './match-conditions';
import { type RouteRule, type RuleMatch, rulesOf } from './rule-matches';
import { isForMesh, type VirtualService } from '../../views/virtual-service';
import { gatewaysOf } from './gateway-name';

/** That a VirtualService wants the requests of one of its hosts, in one place. */
export interface HostClaim {
  readonly route: VirtualService;
  /** Of the host. */
  readonly index: number;
  /** `the mesh`, `Gateway shop/edge` */
  readonly place: string;
  /** Two claims of one key exclude each other, if they are made for the same proxies. */
  readonly key: string;
  /** Which callers and ports it is made for; empty for all. */
  readonly source: string;
}

/**
 * What a VirtualService claims. Sidecars take all rules of a host from one VirtualService. Gateways
 * put the rules of several one behind the other, those that take everything last; so there it is
 * single matches that are claimed.
 * @see https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services
 */
export function hostClaims(inventory: Inventory, route: VirtualService): HostClaim[] {
  const { manifest, spec } = route;
  const gateways = gatewaysOf(inventory, route).map(({ reference, namespace, name }) => ({
    place: `Gateway ${namespace}/${name}`,
    matches: matchesAt(route, reference).map(
      ([rule, match]) => [`${rule.protocol} ${keyOf(match.conditions)}`, ''] as const,
    ),
  }));
  const mesh = {
    place: 'the mesh',
    matches: matchesAt(route, 'mesh').map(
      ([rule, match]) => [rule.protocol, keyOf(sourceOf(match.conditions))] as const,
    ),
  };
  const places = isForMesh(route) ? [mesh, ...gateways] : gateways;
  return [...spec.hosts.entries()].flatMap(([index, own]) =>
    places.flatMap(({ place, matches }) =>
      matches.map(([what, source]) => {
        const key = [place, qualified(own, manifest.namespace), what].join(' ');
        return { route, index, place, key, source };
      }),
    ),
  );
}

/** Whether some proxy has to choose between two claims of one key. */
export function exclude(one: HostClaim, other: HostClaim): boolean {
  const isSameSource = one.source === '' || other.source === '' || one.source === other.source;
  return one.route !== other.route && isSameSource && areSeenTogether(exportOf(one.route), exportOf(other.route));
}

function matchesAt(route: VirtualService, place: string): [RouteRule, RuleMatch][] {
  return rulesOf(route)
    .flat()
    .flatMap((rule) => rule.matches.map((match): [RouteRule, RuleMatch] => [rule, match]))
    .filter(([, { gateways }]) => gateways.length === 0 || gateways.includes(place));
}

/** What depends on the calling proxy and its listener alone. */
function sourceOf(conditions: Conditions): Conditions {
  return new Map([...conditions].filter(([property]) => /^(port$|namespace$|label )/.test(property)));
}

function keyOf(conditions: Conditions): string {
  return conditions.size === 0 ? '' : JSON.stringify([...conditions].sort(([a], [b]) => (a < b ? -1 : 1)));
}
