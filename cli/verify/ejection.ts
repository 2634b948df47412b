import type { Inventory } from '../../lib/analysis/inventory/inventory';
import { routingTable } from '../../lib/analysis/access/routing-table';
import { includesLabels } from '../../lib/analysis/views/selector';
import type { Workload } from '../../lib/analysis/views/workload';
import { agrees, declaredEjections, ejectionIn, ejectionText } from '../../lib/verify/ejection';
import type { Row } from '../../lib/verify/row';
import type { Executor } from '../cluster/exec';
import type { LiveCluster } from './live';

/** Milliseconds until a proxy has shown its configuration. */
const patience = 20_000;
const command = ['pilot-agent', 'request', 'GET', 'config_dump?resource=dynamic_active_clusters'];

/**
 * Whether the proxies of the callers eject as it is declared. Their configuration is read, and nothing is provoked: that
 * would take a pod away from users.
 */
export async function ejectionRows(inventory: Inventory, live: LiveCluster, executor: Executor): Promise<Row[]> {
  const dumps = new Map<Workload, Promise<string>>();
  const rows = declaredEjections(inventory).flatMap((declared) =>
    callersOf(inventory, declared.host, declared.subset).map(async (caller): Promise<Row> => {
      const { host, subset } = declared;
      const said = ejectionText(declared.declared);
      const name = `${host.replace(/\.svc\.cluster\.local$/, '')} ${subset}`.trim();
      const what = `proxy of ${caller.namespace}/${caller.name}: pods of ${name} are ejected`;
      const head = { area: 'ejection', what, said } as const;
      const pod = live.pods.find(
        ({ namespace, labels }) => namespace === caller.namespace && includesLabels(labels, askedFor(caller)),
      );
      if (pod === undefined) {
        return { ...head, seen: 'no pod of the caller runs', verdict: 'not asked' };
      }
      const where = { namespace: pod.namespace, pod: pod.name, container: 'istio-proxy' };
      const text = dumps.get(caller) ?? executor.run(where, command, patience).then(({ stdout }) => stdout);
      dumps.set(caller, text);
      const shown = await text.catch((error: unknown) => error);
      if (typeof shown !== 'string') {
        return {
          ...head,
          seen: shown instanceof Error ? shown.message : 'its proxy can’t be asked',
          verdict: 'not asked',
        };
      }
      const found = ejectionIn(shown, declared);
      return found === undefined
        ? { ...head, seen: 'its proxy does not know the subset', verdict: 'different' }
        : { ...head, seen: ejectionText(found), verdict: agrees(declared.declared, found) ? 'held' : 'different' };
    }),
  );
  return Promise.all(rows);
}

/** The workloads whose requests go to a subset. */
function callersOf(inventory: Inventory, host: string, subset: string): Workload[] {
  const rows = routingTable(inventory).filter(({ outcome }) =>
    outcome.branches.some((branch) => branch.host === host && (branch.subset ?? '') === subset),
  );
  return [...new Set(rows.map(({ client }) => client.workload))];
}

/** Labels that a live pod has too: a gateway's pods have their own by the chart. */
function askedFor({ labels }: Workload): Readonly<Record<string, string>> {
  const { istio } = labels;
  return istio === undefined ? labels : { istio };
}
