import { Accesses } from '../access/access';
import { type Callee, calleesIn } from '../access/callees';
import { callersIn } from '../access/callers';
import { destinationsOf, type Destination } from '../access/destination';
import type { CallingPod } from '../access/pod';
import type { Inventory } from '../inventory/inventory';

/** A caller and a port that stay strangers. */
export interface Refusal {
  /** The same in every state. */
  readonly name: string;
  readonly caller: CallingPod;
  readonly callee: Callee;
  readonly destination: Destination;
}

/** Meshes with more pairs of callers and ports are looked at in samples, evenly drawn. */
const mostPairs = 5_000;

/** The pairs that a state refuses. */
export interface Refusals {
  readonly pairs: readonly Refusal[];
  /** Whether only some of all pairs were looked at. */
  readonly isSampled: boolean;
}

export function refusalsIn(inventory: Inventory): Refusals {
  const accesses = new Accesses(inventory);
  const callers = callersIn(inventory).flatMap(({ pods }) => pods);
  const targets = calleesIn(inventory).flatMap((callee) =>
    callee.destinations.map((destination) => ({ callee, destination })),
  );
  const every = Math.max(1, Math.floor((callers.length * targets.length) / mostPairs));
  const pairs = callers.flatMap((caller, row) =>
    targets
      .filter((_, column) => (row * targets.length + column) % every === 0)
      .map((target) => ({ caller, ...target })),
  );
  return {
    pairs: pairs
      .filter(({ caller, destination }) => accesses.of(caller, destination).verdict === 'denied')
      .map((pair) => ({ ...pair, name: nameOf(pair) })),
    isSampled: every > 1,
  };
}

/** Answers which pairs a state lets through. */
export class Openings {
  private readonly accesses: Accesses;

  constructor(private readonly inventory: Inventory) {
    this.accesses = new Accesses(inventory);
  }

  /** Whether both are there in this state, and the caller gets through: always, or with some requests. */
  isOpen({ caller, destination, callee }: Refusal): boolean {
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
    const servicePort = service?.ports.find((one) => one.port === port);
    return isMetrics || service === undefined || servicePort === undefined
      ? [destination]
      : destinationsOf(service, servicePort, destination.workload);
  }
}

function nameOf({ caller, callee, destination }: Omit<Refusal, 'name'>): string {
  const { namespace, name } = destination.workload;
  return `${caller.namespace}/${caller.name} -> ${namespace}/${name}:${callee.port}`;
}
