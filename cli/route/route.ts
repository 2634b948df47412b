import type { Inventory } from '../../lib/analysis/inventory/inventory';
import { Outcomes } from '../../lib/analysis/access/outcome';
import { isFine, routingTable } from '../../lib/analysis/access/routing-table';
import { requestFor } from '../../lib/analysis/routing/request';
import type { Overview, Report } from '../analysis/report';
import { counted } from '../../lib/canary/format';
import { outcomeJson } from './outcome-json';
import { outcomeText } from './outcome-text';
import { clientsNamed, headerOf, methodOf, requireUrl, urlOf } from './route-options';
import { routingTableText } from './routing-table-text';

export interface RouteOptions {
  readonly from?: string;
  readonly method?: string;
  readonly header: readonly string[];
}

/** What becomes of some requests, or of every kind of request that rules tell apart. */
export function routeReport(inventory: Inventory, options: RouteOptions, urls: readonly string[]): Report {
  if (urls.length > 0) {
    return requestsReport(inventory, options, urls);
  }
  requireUrl(options);
  return tableReport(inventory, options);
}

function requestsReport(
  inventory: Inventory,
  { from = 'gateway', method = 'GET', header }: RouteOptions,
  urls: readonly string[],
): Report {
  const sent = { method: methodOf(method), headers: header.map(headerOf) };
  const requests = urls.map((url) => requestFor(urlOf(url), sent));
  const clients = clientsNamed(inventory, from);
  const outcomes = new Outcomes(inventory);
  const found = requests.flatMap((request) =>
    clients.map((client) => ({ client, request, outcome: outcomes.of(client, request) })),
  );
  return {
    json: found.map(({ client, request, outcome }) => outcomeJson(client, request, outcome)),
    text: found.map(({ client, request, outcome }) => outcomeText(client, request, outcome)).join('\n\n'),
    isFine: found.every(({ outcome }) => outcome.failure === undefined),
  };
}

/** What becomes of every kind of request that rules tell apart. */
export function tableReport(inventory: Inventory, { from }: Pick<RouteOptions, 'from'> = {}): Overview {
  const wanted =
    from === undefined ? undefined : new Set(clientsNamed(inventory, from).map(({ workload }) => workload));
  const rows = routingTable(inventory).filter(({ client }) => wanted?.has(client.workload) ?? true);
  const lost = rows.filter((row) => !isFine(row));
  const kinds = counted(rows.length, 'kind of request', 'kinds of requests');
  return {
    summary: lost.length === 0 ? `${kinds}, each gets through` : `${lost.length} of ${kinds} get nowhere`,
    json: rows.map(({ client, request, outcome }) => outcomeJson(client, request, outcome)),
    text: rows.length === 0 ? 'No gateway takes a host, and no pod is told to call one.' : routingTableText(rows),
    isFine: lost.length === 0,
  };
}
