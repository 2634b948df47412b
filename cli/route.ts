import type { Inventory } from '../lib/analysis/inventory/inventory';
import { isFailing, route } from '../lib/analysis/routing/route';
import { requestFor } from '../lib/analysis/routing/request';
import { routingTable } from '../lib/analysis/routing/routing-table';
import { answerJson, answerText } from './answer';
import type { Report } from './report';
import { clientsNamed, headerOf } from './route-options';
import { routingTableText } from './routing-table-text';

export interface RouteOptions {
  readonly from?: string;
  readonly method?: string;
  readonly header: readonly string[];
}

/** What becomes of one request, or of every kind of request that rules tell apart. */
export function routeReport(inventory: Inventory, options: RouteOptions, [url]: readonly string[]): Report {
  return url === undefined ? tableReport(inventory, options) : requestReport(inventory, options, url);
}

function requestReport(
  inventory: Inventory,
  { from = 'gateway', method = 'GET', header }: RouteOptions,
  url: string,
): Report {
  const request = requestFor(url, { method, headers: header.map(headerOf) });
  const answers = clientsNamed(inventory, from).map((client) => ({
    client,
    answer: route(inventory, client, request),
  }));
  return {
    json: answers.map(({ client, answer }) => answerJson(client, request, answer)),
    text: answers.map(({ client, answer }) => answerText(client, request, answer)).join('\n\n'),
    isFine: answers.every(({ answer }) => !isFailing(answer)),
  };
}

function tableReport(inventory: Inventory, { from }: RouteOptions): Report {
  const wanted =
    from === undefined ? undefined : new Set(clientsNamed(inventory, from).map(({ workload }) => workload));
  const rows = routingTable(inventory).filter(({ client }) => wanted?.has(client.workload) ?? true);
  return {
    json: rows.map(({ client, request, answer }) => answerJson(client, request, answer)),
    text: rows.length === 0 ? 'No gateway takes a host, and no pod is told to call one.' : routingTableText(rows),
    isFine: rows.every(({ answer }) => !isFailing(answer)),
  };
}
