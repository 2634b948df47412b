import fc from 'fast-check';
import type { Identity } from '../../lib/model/identity';
import type { Resilience } from '../../lib/model/resilience';
import type { Service } from '../../lib/model/service';

/** What a hop would like: as many retries as its path allows, a timeout, and how generous it is in milliseconds. */
export interface Wish {
  readonly retries: number;
  readonly isTimed: boolean;
  readonly slack: number;
}

export const wish: fc.Arbitrary<Wish> = fc.record({ retries: fc.nat(3), isTimed: fc.boolean(), slack: fc.nat(2500) });

/** A call, or an edge if nobody calls. */
export interface Hop {
  readonly caller?: Identity;
  readonly callee: Service;
  readonly isTcp: boolean;
  readonly wish: Wish;
}

/** As the rules have it by default. */
const maxTries = 4;
const longestPause = 250;

/**
 * Timeouts and retries that come as near to the wishes as the rules let them: tries along a path
 * multiply to four at most, and every caller waits as long as what it calls may take.
 * @param services callers before their callees
 */
export function resiliences(hops: readonly Hop[], services: readonly Service[]): ReadonlyMap<Hop, Resilience> {
  const ends = endsOf(hops, services);
  const found = new Map<Hop, Resilience>();
  const needed = new Map<Identity, number>();
  for (const service of [...services].reverse()) {
    for (const hop of hops.filter(({ callee, isTcp }) => callee === service && !isTcp)) {
      const resilience = resilienceOf(
        hop,
        ends.get(hop) ?? { retries: 0, isTimed: false },
        needed.get(service) ?? 1000,
      );
      found.set(hop, resilience.value);
      if (hop.caller !== undefined) {
        needed.set(hop.caller, Math.max(needed.get(hop.caller) ?? 1000, resilience.longest));
      }
    }
  }
  return found;
}

interface End {
  readonly retries: number;
  readonly isTimed: boolean;
}

/** Whether each hop ends some time, and after how many retries; from the entries inwards. */
function endsOf(hops: readonly Hop[], services: readonly Service[]): ReadonlyMap<Hop, End> {
  const ends = new Map<Hop, End>();
  const tries = new Map<Identity, number>();
  const impatient = new Set<Identity>();
  for (const service of services) {
    for (const hop of hops.filter(({ callee }) => callee === service)) {
      const { caller, isTcp } = hop;
      const before = caller === undefined ? 1 : (tries.get(caller) ?? 1);
      const retries = isTcp ? 0 : Math.min(hop.wish.retries, Math.floor(maxTries / before) - 1);
      const isTimed = hop.wish.isTimed || (caller !== undefined && impatient.has(caller));
      ends.set(hop, { retries, isTimed });
      tries.set(service, Math.max(tries.get(service) ?? 1, before * (1 + retries)));
      if (!isTcp && (isTimed || retries > 0)) {
        impatient.add(service);
      }
    }
  }
  return ends;
}

/** @param needed milliseconds that the callee may take for its own calls */
function resilienceOf({ wish: { slack } }: Hop, { retries, isTimed }: End, needed: number) {
  const patience = needed + slack;
  if (retries === 0) {
    const value: Resilience = isTimed ? { timeout: `${patience}ms` } : {};
    return { value, longest: isTimed ? patience : Number.POSITIVE_INFINITY };
  }
  const all = (1 + retries) * patience + retries * longestPause;
  // Often the whole is shorter than all of its tries, but the last one can always begin.
  const timeout = retries * patience + 1 + slack;
  const value: Resilience = {
    ...(isTimed ? { timeout: `${timeout}ms` } : {}),
    retries: { attempts: retries, perTry: `${patience}ms`, on: ['gateway-error', 'connect-failure'] },
    idempotent: true,
  };
  return { value, longest: isTimed ? Math.min(timeout, all) : all };
}
