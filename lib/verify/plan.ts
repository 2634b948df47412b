import { decidingIn } from '../analysis/access/access';
import type { Callee } from '../analysis/access/callees';
import type { Caller } from '../analysis/access/callers';
import { type Cell, Matrix } from '../analysis/access/matrix';
import { isAssumed } from '../analysis/inventory/assumed';
import type { Inventory } from '../analysis/inventory/inventory';
import type { Workload } from '../analysis/views/workload';
import { plaintextImpostor, platformProbe, type Probe, probeOf, strangerProbe } from './probe';
import type { Ask, Expected, Item } from './question';

/** What of the cluster has to be known before it can be asked. */
export interface Live {
  /** IP addresses of running pods with these labels. */
  readonly addressesOf: (namespace: string, labels: Readonly<Record<string, string>>) => readonly string[];
  /** Whether pods stand behind a Service. */
  readonly hasService: (namespace: string, name: string) => boolean;
}

/** Every cell of the authorization matrix, asked for. */
export function authorizationItems(inventory: Inventory, live: Live): Item[] {
  const matrix = new Matrix(inventory);
  return matrix.callees.flatMap((callee) =>
    matrix.callers.flatMap((caller) => {
      // What depends on the request is asked with the plainest one.
      const cells = matrix.cells(caller, callee, { method: 'GET', path: callee.isMetrics ? metricsPath : '/' });
      return cells.map((cell) => cellItem(inventory, cell, live));
    }),
  );
}

const metricsPath = '/stats/prometheus';

function cellItem(inventory: Inventory, { caller, callee, access, pods }: Cell, live: Live): Item {
  const deciding = decidingIn(access);
  const because = deciding?.because ?? '';
  const from = pods === undefined ? nameIn(caller) : `${nameIn(caller)} (${pods.from})`;
  const head = {
    area: 'authorization',
    what: `${from} -> ${nameIn(callee)}:${callee.port}`,
    said: access.verdict === 'denied' ? `denied by ${deciding?.layer ?? ''}: ${because}` : access.verdict,
  } as const;
  if (access.verdict === 'depends' || access.verdict === 'partly') {
    return {
      ...head,
      why: access.verdict === 'depends' ? because : `it depends on the request: ${access.requests ?? ''}`,
    };
  }
  const ask = askFor(callee, live);
  const own = proberOf(inventory, caller, pods?.from);
  // No sidecar of the callee takes part there. That of the caller would: it takes the port for its own, and answers.
  const probe = own?.isMeshed === true && callee.isMetrics ? plaintextImpostor(own) : own;
  if (probe === undefined || typeof ask === 'string' || (pods !== undefined && callee.destinations.length > 1)) {
    const why = 'no pod can be made that stands for the caller';
    return {
      ...head,
      why: typeof ask === 'string' ? ask : probe === undefined ? why : 'a Service leads to all of its pods',
    };
  }
  const expected: Expected =
    access.verdict === 'allowed'
      ? { kind: 'answered' }
      : { kind: 'refused', layer: deciding?.layer ?? 'network', isExact: false };
  return { ...head, probe, ask, times: 1, expected };
}

/** The request that asks a callee, or why there is none. */
function askFor(callee: Callee, { addressesOf }: Live): Ask | string {
  const { namespace, name, port, isMetrics, destinations } = callee;
  const plain = { scheme: 'http', port, method: 'GET', headers: {} } as const;
  if (!isMetrics) {
    return destinations.every(({ isHttp }) => isHttp)
      ? { ...plain, host: `${name}.${namespace}.svc.cluster.local`, path: '/' }
      : 'it does not speak HTTP';
  }
  const [address] = destinations.flatMap(({ workload }) => addressesOf(workload.namespace, workload.labels));
  return address === undefined ? 'no pod of it runs' : { ...plain, host: address, path: metricsPath };
}

/** Who asks in the place of a caller. */
function proberOf(inventory: Inventory, caller: Caller, pods?: string): Probe | undefined {
  if (caller.role === 'no identity') {
    return strangerProbe;
  }
  const [pod] = caller.pods.filter(({ name }) => pods === undefined || name === pods);
  if (pod === undefined || pod.isOnHostNetwork) {
    return undefined;
  }
  const names = pod.name.split(', ');
  const written = writtenWorkloads(inventory).find(
    ({ namespace, name }) => namespace === pod.namespace && names.includes(name),
  );
  return written === undefined ? platformProbe(pod) : probeOf(written, inventory.isMeshed(written));
}

export function writtenWorkloads(inventory: Inventory): Workload[] {
  return inventory.workloads.filter(({ manifest }) => !isAssumed(manifest));
}

function nameIn({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  return `${namespace}/${name}`;
}
