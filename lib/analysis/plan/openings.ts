import { portNumbered } from '../views/service';
import { Accesses } from '../access/access';
import { type Callee, calleesIn } from '../access/callees';
import { callersIn } from '../access/callers';
import { destinationsOf, type Destination } from '../access/destination';
import type { CallingPod } from '../access/pod';
import type { Inventory } from '../inventory/inventory';

/** A caller and a port that it may get through to, or not. */
export interface Pair {
  /** The same in every state. */
  readonly name: string;
  readonly caller: CallingPod;
  readonly callee: Callee;
  readonly destination: Destination;
}

export interface Pairs {
  readonly pairs: readonly Pair[];
  /** Whether they are only some of all. */
  readonly isSampled: boolean;
}

/** Meshes with more pairs of callers and ports are looked at in samples, evenly drawn. */
const mostPairs = 5_000;

/** The callers and ports of a state. */
export function pairsIn(inventory: Inventory): Pairs {
  const callers = callersIn(inventory).flatMap(({ pods }) => pods);
  const targets = calleesIn(inventory).flatMap((callee) =>
    callee.destinations.map((destination) => ({ callee, destination })),
  );
  const every = Math.max(1, Math.floor((callers.length * targets.length) / mostPairs));
  const pairs = callers.flatMap((caller, row) =>
    targets
      .filter((_, column) => (row * targets.length + column) % every === 0)
      .map((target) => ({ caller, ...target, name: nameOf({ caller, ...target }) })),
  );
  return { pairs, isSampled: every > 1 };
}

/** Answers which pairs a state lets through. */
export class Openings {
  private readonly accesses: Accesses;

  constructor(private readonly inventory: Inventory) {
    this.accesses = new Accesses(inventory);
  }

  /** Whether the caller is refused, in the state that the pair is of. */
  isRefused({ caller, destination }: Pair): boolean {
    return this.accesses.of(caller, destination).verdict === 'denied';
  }

  /** Whether both are there in this state, and the caller gets through: always, or with some requests. */
  isOpen({ caller, destination, callee }: Pair): boolean {
    const { namespace, name, kind } = destination.workload.manifest;
    const workload = this.inventory.workloads.find(
      ({ manifest }) => manifest.namespace === namespace && manifest.name === name && manifest.kind === kind,
    );
    if (workload === undefined) {
      return false;
    }
    const now = this.destinationNow({ ...destination, workload }, callee);
    return now.some((one) => ['allowed', 'partly'].includes(this.accesses.of(caller, one).verdict));
  }

  /** The same port as this state has it. */
  private destinationNow(destination: Destination, { isMetrics, port, namespace, name }: Callee): Destination[] {
    const service = this.inventory.serviceOf(`${name}.${namespace}.svc.cluster.local`);
    const servicePort = service && portNumbered(service, port);
    return isMetrics || service === undefined || servicePort === undefined
      ? [destination]
      : destinationsOf(service, servicePort, destination.workload);
  }
}

function nameOf({ caller, callee, destination }: Omit<Pair, 'name'>): string {
  const { namespace, name } = destination.workload;
  return `${caller.namespace}/${caller.name} -> ${namespace}/${name}:${callee.port}`;
}
