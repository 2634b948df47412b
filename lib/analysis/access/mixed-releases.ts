import type { Inventory } from '../inventory/inventory';
import type { Workload } from '../views/workload';
import { callsOf } from '../routing/calls';
import { entranceOf, gatewayEntrances, requestAt, witnessesAt } from '../routing/entrances';
import { route } from '../routing/route';
import type { Branch } from '../routing/routing';
import { plainWitness, type Witness } from '../routing/witness';
import { Outcomes } from './outcome';
import type { RoutingRow } from './routing-table';

/** How many of the requests of one entry meet more than one release on their way. */
export interface MixedRow {
  readonly row: RoutingRow;
  /** From 0 to 1. */
  readonly mixed: number;
  /** The share of every set of releases that a request meets, by their names joined with `+`; they sum to 1. */
  readonly shares: ReadonlyMap<string, number>;
}

/** A request's way: which releases it meets, and how likely. */
type Distribution = ReadonlyMap<string, number>;

const separator = '+';
const nobody: Distribution = new Map([['', 1]]);

/**
 * For every host of every gateway, and each set of headers its rules look at: the share of requests
 * that touch two releases. A request is followed from pod to pod by the addresses in their
 * environment; every call is made once, and takes the headers along. Releases are told by the label
 * `version`, and count only where a host has several: one that has one release mixes with nobody.
 */
export function mixedReleases(inventory: Inventory): MixedRow[] {
  const outcomes = new Outcomes(inventory);
  return gatewayEntrances(inventory).flatMap((entrance) =>
    witnessesAt(inventory, entrance).map((witness) => {
      const { client } = entrance;
      const request = requestAt(entrance, witness);
      const row = { client, request, witness, outcome: outcomes.of(client, request) };
      const shares = mixture(row.outcome.branches, new Walk(inventory, { ...plainWitness, headers: witness.headers }));
      const mixed = [...shares].filter(([releases]) => releases.includes(separator));
      return { row, shares, mixed: mixed.reduce((sum, [, share]) => sum + share, 0) };
    }),
  );
}

/** What comes after a pod is the same on whichever way a request got there, so it is worked out once. */
class Walk {
  private readonly known = new Map<Workload, Distribution>();
  private readonly open = new Set<Workload>();

  constructor(
    private readonly inventory: Inventory,
    /** What every call takes along. */
    private readonly witness: Witness,
  ) {}

  /** The releases that all calls of a pod meet; a call back to a pod on the way ends there. */
  from(workload: Workload): Distribution {
    const found = this.known.get(workload);
    if (found !== undefined || this.open.has(workload)) {
      return found ?? nobody;
    }
    this.open.add(workload);
    const distribution = callsOf(this.inventory, workload)
      .map((call) => route(this.inventory, call.client, requestAt(entranceOf(call), this.witness)))
      .map(({ branches }) => mixture(branches, this))
      .reduce(both, nobody);
    this.open.delete(workload);
    this.known.set(workload, distribution);
    return distribution;
  }

  /** Whether a host has more than one release. */
  isReleased({ host }: Branch): boolean {
    const service = this.inventory.serviceOf(host);
    const behind = service === undefined ? [] : this.inventory.workloadsBehind(service);
    return new Set(behind.map(releaseOf)).size > 1;
  }
}

/** One of several branches is taken, each as often as its share says; within one, each pod as often as it has replicas. */
function mixture(branches: readonly Branch[], walk: Walk): Distribution {
  const shares = new Map<string, number>();
  for (const branch of branches.filter(({ share }) => share > 0)) {
    const pods = branch.workloads.filter(({ replicas }) => replicas > 0);
    const total = pods.reduce((sum, { replicas }) => sum + replicas, 0);
    const ways =
      total === 0
        ? [{ way: nobody, share: 1 }]
        : pods.map((pod) => ({ way: at(pod, branch, walk), share: pod.replicas / total }));
    for (const { way, share } of ways) {
      for (const [releases, likely] of way) {
        shares.set(releases, (shares.get(releases) ?? 0) + branch.share * share * likely);
      }
    }
  }
  return shares.size === 0 ? nobody : shares;
}

function at(pod: Workload, branch: Branch, walk: Walk): Distribution {
  const own: Distribution = walk.isReleased(branch) ? new Map([[releaseOf(pod), 1]]) : nobody;
  return both(own, walk.from(pod));
}

/** Both are met, independently of each other. */
function both(one: Distribution, other: Distribution): Distribution {
  const shares = new Map<string, number>();
  for (const [left, first] of one) {
    for (const [right, second] of other) {
      const met = [...new Set([...left.split(separator), ...right.split(separator)])].filter((name) => name !== '');
      const releases = met.sort().join(separator);
      shares.set(releases, (shares.get(releases) ?? 0) + first * second);
    }
  }
  return shares;
}

function releaseOf({ labels }: Workload): string {
  return labels['version'] ?? 'unnamed';
}
