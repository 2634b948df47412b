import { isFine, type RoutingRow } from '../access/routing-table';
import type { Delivery } from '../access/outcome';
import { indexBy } from '../inventory/index-by';
import { keyOf } from '../manifest/manifest';
import type { Workload } from '../views/workload';
import type { GraphCall, GraphHost, Way } from './graph';
import { byText } from './order';

/** One kind of request between two nodes. */
interface Step {
  readonly from: string;
  readonly to: string;
  readonly way: Way;
}

export function podsId({ manifest }: Workload): string {
  return keyOf(manifest);
}

/** What the rows of a routing table lead to: one call for each two nodes, with every way that differs. */
export function callsIn(rows: readonly RoutingRow[]): GraphCall[] {
  const calls = indexBy(rows.flatMap(stepsOf), ({ from, to }) => JSON.stringify([from, to]));
  return [...calls.values()]
    .flatMap(([first, ...others]): GraphCall[] =>
      first === undefined
        ? []
        : [{ from: first.from, to: first.to, ways: distinct([first, ...others].map(({ way }) => way)) }],
    )
    .sort(byText(({ from, to }) => JSON.stringify([from, to])));
}

/** The hosts that rows lead to without pods behind them. */
export function hostsIn(rows: readonly RoutingRow[]): GraphHost[] {
  const names = rows.flatMap((row) => [
    ...taken(row).flatMap(({ workloads, host }) => (workloads.length === 0 ? [host] : [])),
    ...(isLost(row) ? [row.request.host] : []),
  ]);
  return [...new Set(names)].map((name) => ({ id: hostId(name), name })).sort(byText(({ name }) => name));
}

function stepsOf(row: RoutingRow): Step[] {
  const { client, request, witness, outcome } = row;
  const from = podsId(client.workload);
  const lost = isLost(row) ? [{ from, to: hostId(request.host), way: wayOf(witness, 1, outcome.failure) }] : [];
  return [...taken(row).flatMap((branch) => stepsAlong(from, witness, branch)), ...lost];
}

function stepsAlong(from: string, witness: Way['witness'], branch: Delivery): Step[] {
  const { host, share, workloads, admissions, failure } = branch;
  if (workloads.length === 0) {
    return [{ from, to: hostId(host), way: wayOf(witness, share, failure) }];
  }
  return workloads.map((workload) => {
    const admission = admissions.find((one) => one.workload === workload);
    return { from, to: podsId(workload), way: wayOf(witness, share, admission?.failure ?? failure) };
  });
}

function wayOf(witness: Way['witness'], share: number, failure: Way['failure'] | undefined): Way {
  return { witness, share, ...(failure === undefined ? {} : { failure }) };
}

function taken({ outcome }: RoutingRow): Delivery[] {
  return outcome.branches.filter(({ share }) => share > 0);
}

/** Whether a request that somebody is known to make ends before any pod is asked. */
function isLost(row: RoutingRow): boolean {
  return row.outcome.direct !== undefined && !isFine(row);
}

function hostId(host: string): string {
  return `host ${host}`;
}

function distinct(ways: readonly Way[]): Way[] {
  return [...new Map(ways.map((way) => [JSON.stringify(way), way])).values()];
}
