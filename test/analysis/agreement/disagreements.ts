import { authorization, type Pair } from '../../../cli/authz/authz';
import { routeReport } from '../../../cli/route/route';
import type { Admission, Delivery } from '../../../lib/analysis/access/outcome';
import { type RoutingRow, routingTable } from '../../../lib/analysis/access/routing-table';
import { allChecks } from '../../../lib/analysis/checks/table';
import { calleesIn } from '../../../lib/analysis/access/callees';
import { isAssumed } from '../../../lib/analysis/inventory/assumed';
import type { Inventory } from '../../../lib/analysis/inventory/inventory';
import type { Hit } from '../../../lib/analysis/finding';
import { destinationPolicyOf, toldTls } from '../../../lib/analysis/transport/destination-policy';
import { isSentByProxy } from '../../../lib/analysis/transport/sender';

/** A finding as its check gives it. */
interface CodedHit extends Hit {
  readonly code: string;
}

/** Checks that say of a call in the environment of a pod that it goes wrong, and of routes and rules that they break calls. */
const ofCalls = ['LAB019', 'LAB020', 'LAB023', 'LAB024'];
const ofRoutes = ['LAB012', 'KIA1101', 'KIA1107', 'IST0101'];
const ofTls = ['KIA0206', 'KIA0207'];

/** Where `route`, its table, `authz` and the checks have different verdicts on one call, in words. */
export function disagreements(inventory: Inventory): string[] {
  const rows = routingTable(inventory);
  const hits = allChecks
    .filter(({ code }) => [...ofCalls, ...ofRoutes, ...ofTls].includes(code))
    .flatMap(({ code, find }) => [...find(inventory)].map((hit): CodedHit => ({ ...hit, code })));
  return rows.flatMap((row) => [
    ...singleRequest(inventory, row),
    ...matrix(inventory, row),
    ...hits.filter((hit) => contradicts(inventory, row, hit)).map(({ code, message }) => say(row, code, message)),
  ]);
}

function say({ client, request: { host, port }, outcome }: RoutingRow, who: string, what: string): string {
  const { namespace, name } = client.workload;
  return `${namespace}/${name} -> ${host}:${port}: the table says ${outcome.failure?.reason ?? 'it arrives'}, ${who} says ${what}`;
}

/** The command for one request, for requests of the table that it can be asked for. */
function singleRequest(inventory: Inventory, row: RoutingRow): string[] {
  const { scheme, host, port, path, method, headers, query } = row.request;
  if (query.size > 0 || host.includes('*')) {
    return [];
  }
  const { namespace, name } = row.client.workload;
  const header = [...headers].map(([key, value]) => `${key}: ${value}`);
  const url = `${scheme}://${host}:${port}${path}`;
  const { isFine } = routeReport(inventory, { from: `${namespace}/${name}`, method, header }, [url]);
  return isFine === (row.outcome.failure === undefined) ? [] : [say(row, 'the command', isFine ? 'fine' : 'it fails')];
}

/** What the matrix says of the same caller and the pods that a request is led to. */
function matrix(inventory: Inventory, row: RoutingRow): string[] {
  const { client, outcome } = row;
  const callees = new Set(calleesIn(inventory).map(({ namespace, name, port }) => `${namespace}/${name}:${port}`));
  return outcome.branches
    .filter(({ share }) => share > 0 && !isAssumed(client.workload.manifest))
    .flatMap((branch) => {
      const service = inventory.serviceOf(branch.host);
      const to = `${service?.namespace ?? ''}/${service?.name ?? ''}`;
      return callees.has(`${to}:${branch.port}`) ? pairsAgainst(inventory, row, branch, to) : [];
    });
}

function pairsAgainst(inventory: Inventory, row: RoutingRow, branch: Delivery, to: string): string[] {
  const { client, request, outcome } = row;
  const { namespace, name } = client.workload;
  const known = outcome.rule?.rule.rewrite?.uri === undefined ? { method: request.method, path: request.path } : {};
  const { pairs } = authorization(inventory, { from: `${namespace}/${name}`, to, port: branch.port, ...known });
  const own = pairs.filter(({ isMetrics, from }) => !isMetrics && isOf(from, name));
  return branch.admissions.flatMap(({ workload, access, failure }: Admission) =>
    own
      .filter((pair) => isOf(pair.to, workload.name))
      .filter(({ verdict }) => (failure === undefined ? verdict === 'denied' : verdict === 'allowed'))
      .map((pair: Pair) => say(row, `authz of ${workload.name} (${access.verdict})`, pair.verdict)),
  );
}

/** Whether a name of the matrix stands for a workload: for all of an account, or those in its brackets. */
function isOf(name: string, workload: string): boolean {
  const [, some] = /\((.*)\)$/.exec(name) ?? [];
  return some?.split(', ').includes(workload) ?? true;
}

/** Whether a call arrives that a check says goes wrong. */
function contradicts(inventory: Inventory, row: RoutingRow, { code, manifest, path, message }: CodedHit): boolean {
  const { client, request, outcome } = row;
  if (outcome.failure !== undefined) {
    return false;
  }
  if (ofCalls.includes(code)) {
    const [text = ''] = message.split(' ');
    const isPlain = request.headers.size === 0 && !client.isGateway;
    return isPlain && manifest === client.workload.manifest && text.includes(request.host);
  }
  if (ofRoutes.includes(code)) {
    const place = outcome.rule?.path ?? [];
    return outcome.rule?.manifest === manifest && place.every((step, index) => path[index] === step);
  }
  return outcome.branches
    .filter(({ share, port }) => share > 0 && isSentByProxy(client, port))
    .some(({ host, port, subset, workloads }) => {
      const told = toldTls(destinationPolicyOf(inventory, host, client), subset, port);
      const isOfRule = told?.rule.manifest === manifest && [...told.path, 'mode'].join('.') === path.join('.');
      return (
        isOfRule && workloads.some(({ kind, name }) => message.split(/[ ,]+/).join(' ').includes(`${kind} ${name} `))
      );
    });
}
