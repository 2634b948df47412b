import type { Inventory } from '../analysis/inventory/inventory';
import { mixedReleases } from '../analysis/access/mixed-releases';
import { releaseName } from './release-name';
import { writtenWorkloads } from './plan';
import type { Item } from './question';
import type { Effort } from './routing-items';

/** Which releases a request from outside meets on its whole way, for each host and each set of headers. */
export function laneItems(inventory: Inventory, { certain, split }: Effort): Item[] {
  const releases = releasesOf(inventory);
  return mixedReleases(inventory)
    .filter(({ row }) => row.client.isGateway && row.outcome.direct === undefined && row.outcome.failure === undefined)
    .filter(({ shares }) => ![...shares.keys()].every((releases) => releases === ''))
    .map(({ row: { request, witness }, shares }): Item => {
      const { scheme, host, port, method, path, headers } = request;
      const says = witness.headers.map(([name, value]) => `${name}: ${value}`).join(', ');
      const isSplit = [...shares.values()].some((share) => share > 0 && share < 1);
      return {
        area: 'lanes',
        what: `outside -> ${scheme}://${host}:${port}${path}${says === '' ? '' : ` (${says})`}, all the way`,
        said: [...shares].map(([met, share]) => `${met} ${Number((share * 100).toFixed(1))} %`).join(', '),
        ask: { scheme, host, port, method, path, headers: Object.fromEntries(headers) },
        times: isSplit ? split : certain,
        expected: { kind: 'lanes', shares, releases },
      };
    });
}

/** The release of every process that has a sibling of another release. */
function releasesOf(inventory: Inventory): ReadonlyMap<string, string> {
  return new Map(
    writtenWorkloads(inventory).flatMap((workload) => {
      const siblings = inventory.servicesOf(workload).flatMap((service) => inventory.workloadsBehind(service));
      const version = workload.labels['version'];
      const isReleased = new Set(siblings.map(({ labels }) => labels['version'])).size > 1;
      return version === undefined || !isReleased ? [] : [[releaseName(workload), version] as const];
    }),
  );
}
