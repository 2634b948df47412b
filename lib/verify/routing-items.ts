import { isAssumed } from '../analysis/inventory/assumed';
import type { Inventory } from '../analysis/inventory/inventory';
import type { Outcome } from '../analysis/access/outcome';
import { type RoutingRow, routingTable } from '../analysis/access/routing-table';
import { releaseName } from './release-name';
import type { Live } from './plan';
import { probeOf } from './probe';
import type { Ask, Expected, Item } from './question';

/** How often each kind of row is asked. */
export interface Effort {
  /** Where all requests go one way. */
  readonly certain: number;
  /** Where chance decides. */
  readonly split: number;
}

/** Every row of the routing table, asked for: at the gateway from outside, between pods from a pod like the caller's. */
export function routingItems(inventory: Inventory, live: Live, effort: Effort): Item[] {
  return routingTable(inventory).map((row) => rowItem(inventory, row, live, effort));
}

function rowItem(inventory: Inventory, row: RoutingRow, live: Live, { certain, split }: Effort): Item {
  const { client, outcome } = row;
  const ask = askOf(row);
  const head = { area: 'routing', what: whatOf(row), said: saidOf(outcome) } as const;
  const missing = missingBehind(inventory, outcome, live);
  if (missing !== undefined) {
    return { ...head, why: `${missing} is not in the cluster` };
  }
  const expected = expectedOf(outcome);
  if (expected === undefined) {
    return { ...head, why: 'it leads out of the cluster' };
  }
  const isSplit = expected.kind === 'shares' && [...expected.shares.values()].some((share) => share > 0 && share < 1);
  const times = isSplit ? split : certain;
  return client.isGateway
    ? { ...head, ask, times, expected }
    : { ...head, probe: probeOf(client.workload, client.isMeshed), ask, times, expected };
}

function askOf({ request: { scheme, host, port, method, path, query, headers } }: RoutingRow): Ask {
  const search = new URLSearchParams([...query]).toString();
  const target = search === '' ? path : `${path}?${search}`;
  return { scheme, host, port, method, path: target, headers: Object.fromEntries(headers) };
}

/** What the answer is; nothing if it comes from somewhere outside of the cluster. */
function expectedOf({ direct, branches }: Outcome): Expected | undefined {
  if (direct !== undefined) {
    return { kind: 'status', status: direct.status };
  }
  const taken = branches.filter(({ share }) => share > 0);
  const failure = taken.find((branch) => branch.failure !== undefined)?.failure;
  if (failure !== undefined && taken.length === 1) {
    return { kind: 'status', status: failure.status };
  }
  if (taken.some(({ pods }) => pods === undefined)) {
    return undefined;
  }
  const shares = new Map<string, number>();
  for (const { share, workloads } of taken) {
    const all = workloads.reduce((sum, { replicas }) => sum + replicas, 0);
    for (const workload of workloads) {
      const name = releaseName(workload);
      shares.set(name, (shares.get(name) ?? 0) + (share * workload.replicas) / all);
    }
  }
  return { kind: 'shares', shares };
}

/** What the analysis takes for granted, and the cluster does not have. */
function missingBehind(inventory: Inventory, { branches }: Outcome, live: Live): string | undefined {
  return branches
    .filter(({ share, workloads }) => share > 0 && workloads.every(({ manifest }) => isAssumed(manifest)))
    .map(({ host }) => inventory.serviceOf(host))
    .filter((service) => service !== undefined)
    .find(({ namespace, name }) => !live.hasService(namespace, name))?.host;
}

function whatOf({ client, request, witness }: RoutingRow): string {
  const { namespace, name } = client.workload;
  const from = client.isGateway ? 'outside' : `${namespace}/${name}`;
  const says = witness.headers.map(([key, value]) => `${key}: ${value}`);
  const verb = request.method === 'GET' ? '' : `${request.method} `;
  const asks = says.length === 0 ? '' : ` (${says.join(', ')})`;
  return `${from} -> ${verb}${request.scheme}://${shortHost(request.host)}:${request.port}${request.path}${asks}`;
}

function shortHost(host: string): string {
  return host.replace(/\.svc\.cluster\.local$/, '');
}

function saidOf({ direct, branches }: Outcome): string {
  if (direct !== undefined) {
    return `${direct.status}: ${direct.reason}`;
  }
  return branches
    .filter(({ share }) => share > 0)
    .map(({ share, workloads, host, failure }) => {
      const to = workloads.length === 0 ? shortHost(host) : workloads.map(({ name }) => name).join(' and ');
      return `${to} ${Number((share * 100).toFixed(1))} %${failure === undefined ? '' : ` (${failure.status})`}`;
    })
    .join(', ');
}
