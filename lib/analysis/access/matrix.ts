import type { PartOfRequest } from '../authorization/samples';
import type { Inventory } from '../inventory/inventory';
import { type Access, Accesses } from './access';
import { type Callee, calleesIn } from './callees';
import { type Caller, callersIn } from './callers';
import type { Destination } from './destination';
import type { CallingPod } from './pod';

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

  constructor(inventory: Inventory) {
    this.callers = callersIn(inventory);
    this.callees = calleesIn(inventory);
    this.accesses = new Accesses(inventory);
  }

  /**
   * One cell, if what holds for one pod of either side holds for all of them; else one for each pod
   * template of the caller with each of the callee.
   */
  cells(caller: Caller, callee: Callee, known: PartOfRequest = {}): Cell[] {
    const found = caller.pods.flatMap((pod) =>
      callee.destinations.map((destination) => this.cell(caller, callee, pod, destination, known)),
    );
    const [first] = found;
    const isOne = new Set(found.map(({ access }) => JSON.stringify(outlineOf(access)))).size <= 1;
    return isOne && first !== undefined ? [{ caller, callee, access: first.access }] : found;
  }

  private cell(caller: Caller, callee: Callee, pod: CallingPod, to: Destination, known: PartOfRequest): Cell {
    const pods = { from: pod.name, to: to.workload.name };
    return { caller, callee, access: this.accesses.of(pod, to, known), pods };
  }
}

function outlineOf({ verdict, requests, decisions }: Access) {
  return { verdict, requests, decisions: decisions.map(({ layer, because }) => [layer, because]) };
}
