import type { NamedDestination } from '../../routing/destinations';
import { isForClient } from '../../routing/http-match';
import type { Client } from '../../routing/request';
import { isForMesh } from '../../views/virtual-service';

/** A match as far as it picks proxies. */
type Taker = Parameters<typeof isForClient>[0];

/** Whether the rule that names a destination is one that a sidecar gets; of a delegate that is for others to say. */
export function isForSidecar({ route, path }: NamedDestination, client: Client): boolean {
  const { namespace } = route.manifest;
  const matches = matchesAt({ route, path });
  return isOwn(route) && (matches.length === 0 || matches.some((one) => isForClient(one, client, 'mesh', namespace)));
}

/** Whether the rule that names a destination is one that any sidecar may get. */
export function isForSidecars({ route, path }: Pick<NamedDestination, 'route' | 'path'>): boolean {
  const matches = matchesAt({ route, path });
  const isAny = ({ gateways }: Taker): boolean => gateways.length === 0 || gateways.includes('mesh');
  return isOwn(route) && (matches.length === 0 || matches.some(isAny));
}

function isOwn(route: NamedDestination['route']): boolean {
  return isForMesh(route) && route.spec.hosts.length > 0;
}

function matchesAt({ route, path: [, protocol, index] }: Pick<NamedDestination, 'route' | 'path'>): readonly Taker[] {
  const { http, tcp, tls } = route.spec;
  const rules: readonly { readonly match: readonly Taker[] }[] =
    protocol === 'http' ? http : protocol === 'tcp' ? tcp : tls;
  return rules[Number(index)]?.match ?? [];
}
