import type { RoutingRow } from '../../lib/analysis/access/routing-table';
import { textTable } from '../table';
import { branchText, clientName, percent, refusalsIn, retriesText } from './outcome-text';

/** Rows that say the same of several clients or hosts. */
interface Line {
  readonly clients: readonly string[];
  readonly hosts: readonly string[];
  readonly asks: string;
  readonly goesTo: string;
  readonly limits: string;
}

/** Who asks what, where it goes, and for how long. What is the same is said once. */
export function routingTableText(rows: readonly RoutingRow[]): string {
  return textTable({
    head: ['from', 'host', 'asks', 'goes to', 'timeout, retries'],
    rows: linesOf(rows).map(({ clients, hosts, asks, goesTo, limits }) => [
      clients.join('\n'),
      hosts.join('\n'),
      asks,
      goesTo,
      limits,
    ]),
  });
}

function linesOf(rows: readonly RoutingRow[]): Line[] {
  const lines = rows.map((row): Line => ({
    clients: [clientName(row.client)],
    hosts: [`${row.request.host.replace(/\.svc\.cluster\.local$/, '')}:${row.request.port}`],
    asks: asksText(row),
    goesTo: goesToText(row),
    limits: [row.outcome.timeout ?? 'no timeout', retriesText(row.outcome.retries)].join(', '),
  }));
  return merged(merged(lines, 'hosts'), 'clients');
}

/** Lines that differ in one list alone become one. */
function merged(lines: readonly Line[], list: 'hosts' | 'clients'): Line[] {
  const found = new Map<string, Line>();
  for (const line of lines) {
    const key = JSON.stringify({ ...line, [list]: [] });
    const before = found.get(key);
    found.set(key, before === undefined ? line : { ...line, [list]: [...before[list], ...line[list]] });
  }
  return [...found.values()];
}

/** What tells a kind of request from others, a line each. */
export function asksText({ witness }: Pick<RoutingRow, 'witness'>): string {
  const { method, path, query, headers } = witness;
  const parts = [
    ...(method === 'GET' ? [] : [method]),
    ...(path === undefined ? [] : [path]),
    ...query.map(([name, value]) => `?${name}=${value}`),
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  return parts.length === 0 ? 'anything else' : parts.join('\n');
}

function goesToText({ outcome }: RoutingRow): string {
  const { branches, direct } = outcome;
  const taken = branches.filter(({ share }) => share > 0);
  const answer = direct === undefined ? [] : [`${direct.status === 0 ? 'nowhere' : direct.status}: ${direct.reason}`];
  return [
    ...answer,
    ...taken.map((branch) =>
      branch.pods === undefined ? `${branch.host} ${percent(branch.share)}` : branchText(branch),
    ),
    ...refusalsIn(outcome).map((refusal) => `refused: ${refusal}`),
  ].join('\n');
}
