import type { Inventory } from '../../lib/analysis/inventory/inventory';
import { BranchAccesses } from '../../lib/analysis/access/branch';
import { isFailing, route } from '../../lib/analysis/routing/route';
import { requestFor } from '../../lib/analysis/routing/request';
import { routingTable } from '../../lib/analysis/routing/routing-table';
import { answerJson, answerText } from './answer';
import type { Report } from '../analysis/report';
import { clientsNamed, headerOf, urlOf } from './route-options';
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
  const request = requestFor(urlOf(url), { method, headers: header.map(headerOf) });
  const accesses = new BranchAccesses(inventory);
  const answers = clientsNamed(inventory, from).map((client) => {
    const answer = route(inventory, client, request);
    const refusals = answer.branches
      .filter(({ share }) => share > 0)
      .flatMap((branch) => accesses.of(client, branch, { method, path: request.path }))
      .filter(({ verdict }) => verdict === 'denied')
      .map(({ decisions }) => decisions.at(-1)?.because ?? '');
    return { client, answer, refusals: [...new Set(refusals)] };
  });
  return {
    json: answers.map(({ client, answer, refusals }) => ({ ...answerJson(client, request, answer), refusals })),
    text: answers.map(({ client, answer, refusals }) => answerText(client, request, answer, refusals)).join('\n\n'),
    isFine: answers.every(({ answer, refusals }) => !isFailing(answer) && refusals.length === 0),
  };
}

function tableReport(inventory: Inventory, { from }: RouteOptions): Report {
  const wanted =
    from === undefined ? undefined : new Set(clientsNamed(inventory, from).map(({ workload }) => workload));
  const rows = routingTable(inventory).filter(({ client }) => wanted?.has(client.workload) ?? true);
  return {
    json: rows.map(({ client, request, answer }) => answerJson(client, request, answer)),
    text: rows.length === 0 ? 'No gateway takes a host, and no pod is told to call one.' : routingTableText(rows),
    // Rules need not take everything: what none of them takes is told, and is no fault.
    isFine: rows.every(({ answer }) => answer.direct?.status === 404 || !isFailing(answer)),
  };
}
