import { keyOf } from '../manifest/manifest';
import { indexBy } from '../inventory/index-by';
import type { Inventory } from '../inventory/inventory';
import type { Entrance } from '../routing/entrances';
import type { Asking, Question } from './question';
import { callsIn, Traffic } from './traffic';

/**
 * Whether calls get through that do so at the beginning, or at the end if they are new: of each client and host together. What
 * fails at the beginning is broken already, and no step breaks it.
 */
export function callQuestions({ start, end, footprints, isConcerned }: Asking): Question[] {
  const atStart = callsOf(start);
  const known = new Set(atStart.map(({ name }) => name));
  const calls = [...atStart, ...callsOf(end).filter(({ name }) => !known.has(name))];
  return [...indexBy(calls, ({ entrance }) => clientAndHost(entrance))].flatMap(([key, ofKey]) => {
    const footprint = ofKey.slice(0, 1).map(({ entrance }) => footprints.ofCalls(entrance.client, entrance.host));
    return footprint.filter(isConcerned).flatMap((concerned): Question[] => {
      const working = ofKey.filter(({ traffic, ...call }) => traffic.failureOf(call) === undefined);
      const wanted = new Set(working.map(({ name }) => name));
      return wanted.size === 0 ? [] : [{ footprint: concerned, brokenIn: (state) => brokenIn(state, key, wanted) }];
    });
  });
}

function callsOf(inventory: Inventory) {
  const traffic = new Traffic(inventory);
  return callsIn(inventory).map((call) => ({ ...call, traffic }));
}

function brokenIn(inventory: Inventory, key: string, wanted: ReadonlySet<string>): string[] {
  const asked = callsIn(inventory, (entrance) => clientAndHost(entrance) === key);
  const traffic = new Traffic(inventory);
  return asked.flatMap((call) => {
    const reason = wanted.has(call.name) ? traffic.failureOf(call) : undefined;
    return reason === undefined ? [] : [`${call.name} fails: ${reason}`];
  });
}

function clientAndHost({ client: { workload }, host }: Entrance): string {
  return `${keyOf(workload.manifest)} -> ${host}`;
}
