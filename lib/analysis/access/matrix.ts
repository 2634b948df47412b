import type { PartOfRequest } from '../authorization/samples';
import type { Inventory } from '../inventory/inventory';
import { type Access, Accesses } from './access';
import { Likeness } from './alike';
import { type Callee, calleesIn } from './callees';
import { type Caller, callersIn } from './callers';

/** What a caller may do with a callee. */
export interface Cell {
  readonly caller: Caller;
  readonly callee: Callee;
  readonly access: Access;
  /** Whom it holds for, where it does not hold for all pods of both. @default - all */
  readonly pods?: { readonly from: string; readonly to: string };
}

/** Who may call whom: computed pair by pair, as it is asked for. */
export class Matrix {
  readonly callers: readonly Caller[];
  readonly callees: readonly Callee[];
  private readonly accesses: Accesses;
  private readonly sorts: ReadonlyMap<Callee, ReturnType<Likeness['destinations']>>;

  constructor(inventory: Inventory) {
    const likeness = new Likeness(inventory);
    this.callers = callersIn(inventory).map((caller) => ({ ...caller, pods: likeness.callers(caller.pods) }));
    this.callees = calleesIn(inventory);
    this.sorts = new Map(this.callees.map((callee) => [callee, likeness.destinations(callee.destinations)]));
    this.accesses = new Accesses(inventory);
  }

  /**
   * One cell, if what holds for one pod of either side holds for all of them; else one for each sort
   * of pods of the caller with each of the callee.
   */
  cells(caller: Caller, callee: Callee, known: PartOfRequest = {}): Cell[] {
    const sorts = this.sorts.get(callee) ?? [];
    const [pod] = caller.pods;
    const [sort] = sorts;
    if (pod !== undefined && sort !== undefined && caller.pods.length === 1 && sorts.length === 1) {
      return [{ caller, callee, access: this.accesses.of(pod, sort.destination, known) }];
    }
    return this.severalCells(caller, callee, known);
  }

  private severalCells(caller: Caller, callee: Callee, known: PartOfRequest): Cell[] {
    const found = caller.pods.flatMap((pod) =>
      (this.sorts.get(callee) ?? []).map(({ name, destination }): Required<Cell> => {
        const access = this.accesses.of(pod, destination, known);
        return { caller, callee, access, pods: { from: pod.name, to: name } };
      }),
    );
    const [first] = found;
    const isOne = new Set(found.map(({ access }) => outlineOf(access))).size === 1;
    return isOne && first !== undefined ? [{ caller, callee, access: first.access }] : found;
  }
}

function outlineOf({ verdict, requests = '', decisions }: Access): string {
  return [verdict, requests, ...decisions.map(({ because }) => because)].join('\n');
}
