import { decidingIn, type Verdict } from '../../lib/analysis/access/access';
import type { Callee } from '../../lib/analysis/access/callees';
import type { Caller } from '../../lib/analysis/access/callers';
import { type Cell, Matrix } from '../../lib/analysis/access/matrix';
import type { PartOfRequest } from '../../lib/analysis/authorization/samples';
import type { Inventory } from '../../lib/analysis/inventory/inventory';
import { lineOf } from '../../lib/analysis/manifest/line';
import { nameOf } from '../../lib/analysis/manifest/manifest';
import { InputError } from '../../lib/input/input-error';
import type { LocatedProblem } from '../../lib/input/source';

/** Which part of the matrix is asked for. */
export interface AuthorizationQuery extends PartOfRequest {
  /** `namespace/name` of a service account or a workload. @default - everybody */
  readonly from?: string;
  /** `namespace/name` of a Service, or of a workload where metrics are read. @default - everything */
  readonly to?: string;
  /** Of the Service. @default - every port */
  readonly port?: number;
}

/** One cell of the matrix, in words. */
export interface Pair {
  readonly from: string;
  readonly to: string;
  readonly port: number;
  /** Whether the port is one of the sidecar, where metrics are read. */
  readonly isMetrics: boolean;
  readonly verdict: Verdict;
  /** Which requests pass, where not all do. */
  readonly requests?: string;
  /** What each layer says, the deciding one marked; the first that refuses is the last. */
  readonly layers: readonly LayerReport[];
}

interface LayerReport {
  readonly layer: string;
  readonly because: string;
  readonly decides: boolean;
  /** `AuthorizationPolicy shop/callers`, and where it stands. */
  readonly object?: string;
  readonly place?: string;
}

/** The part of the matrix that is asked for. */
export interface AuthorizationReport {
  readonly callers: readonly string[];
  readonly callees: readonly Callee[];
  /** Of many callees only the pairs that may call. */
  readonly pairs: readonly Pair[];
  /** How many pairs are left out, all of them denied. */
  readonly denied: number;
}

/** More callees are too many to tell who may not call them. */
const mostCallees = 40;

/**
 * Who may call whom, according to rendered objects alone.
 * @throws InputError if nobody has a name that is asked for
 */
export function authorization(inventory: Inventory, query: AuthorizationQuery): AuthorizationReport {
  const matrix = new Matrix(inventory);
  const { from, to, port } = query;
  const callers = matrix.callers.filter((caller) => from === undefined || namesOf(caller).includes(from));
  const named = matrix.callees.filter((callee) => to === undefined || nameIn(callee) === to);
  const callees = named.filter((callee) => port === undefined || callee.port === port);
  const unknown = [
    ...(callers.length > 0 ? [] : [noSuch('--from', from, matrix.callers.map(nameIn))]),
    ...(named.length > 0 || to === undefined ? [] : [noSuch('--to', to, matrix.callees.map(nameIn))]),
    ...(callees.length > 0 || port === undefined || named.length === 0
      ? []
      : [
          noSuch(
            '--port',
            String(port),
            named.map((callee) => String(callee.port)),
          ),
        ]),
  ];
  if (unknown.length > 0) {
    throw new InputError(unknown);
  }
  return {
    callers: callers.map(nameIn),
    callees,
    ...pairsIn(cellsIn(matrix, callers, callees, query), callees.length),
  };
}

function pairsIn(cells: Iterable<Cell>, size: number): Pick<AuthorizationReport, 'pairs' | 'denied'> {
  const pairs: Pair[] = [];
  let denied = 0;
  for (const cell of cells) {
    if (size > mostCallees && cell.access.verdict === 'denied') {
      denied += 1;
    } else {
      pairs.push(pairOf(cell));
    }
  }
  return { pairs, denied };
}

function* cellsIn(
  matrix: Matrix,
  callers: readonly Caller[],
  callees: readonly Callee[],
  known: PartOfRequest,
): Generator<Cell> {
  for (const callee of callees) {
    for (const caller of callers) {
      yield* matrix.cells(caller, callee, known);
    }
  }
}

function pairOf({ caller, callee, access, pods }: Cell): Pair {
  const { verdict, requests, decisions } = access;
  const deciding = decidingIn(access);
  return {
    from: pods === undefined ? nameIn(caller) : `${nameIn(caller)} (${pods.from})`,
    to: pods === undefined ? nameIn(callee) : `${nameIn(callee)} (${pods.to})`,
    port: callee.port,
    isMetrics: callee.isMetrics,
    verdict,
    ...(requests === undefined ? {} : { requests }),
    layers: decisions.map((decision): LayerReport => {
      const { layer, because, by } = decision;
      const said = { layer, because, decides: decision === deciding };
      return by === undefined
        ? said
        : {
            ...said,
            object: nameOf(by.manifest),
            place: `${by.manifest.origin.document.file.name}:${lineOf(by.manifest, by.path)}`,
          };
    }),
  };
}

export function nameIn({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  return `${namespace}/${name}`;
}

function namesOf(caller: Caller): string[] {
  const workloads = caller.pods.flatMap(({ name }) => name.split(', '));
  return [nameIn(caller), ...workloads.map((name) => `${caller.namespace}/${name}`)];
}

function noSuch(option: string, value: string | undefined, known: readonly string[]): LocatedProblem {
  const some = [...new Set(known)];
  const list = some.slice(0, 12).join(', ') + (some.length > 12 ? ', ...' : '');
  return { file: option, path: [], value, rule: 'the files have it', remedy: `name one of: ${list}` };
}
