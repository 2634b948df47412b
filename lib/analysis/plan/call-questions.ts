import { indexBy } from '../inventory/index-by';
import type { Inventory } from '../inventory/inventory';
import type { Entrance } from '../routing/entrances';
import type { Footprints } from './footprint/footprints';
import type { Question } from './question';
import { keyOf } from './step';
import { callsIn, type ExpectedCall, Traffic } from './traffic';

/** Calls that get through in a state. */
export function workingCalls(inventory: Inventory): ExpectedCall[] {
  const traffic = new Traffic(inventory);
  return callsIn(inventory).filter((call) => traffic.failureOf(call) === undefined);
}

/** Whether calls still get through: of each client and host together. */
export function callQuestions(calls: readonly ExpectedCall[], footprints: Footprints): Question[] {
  return [...indexBy(calls, ({ entrance }) => clientAndHost(entrance))].flatMap(([key, ofKey]) => {
    const [first] = ofKey;
    return first === undefined ? [] : [callQuestion(key, first.entrance, ofKey, footprints)];
  });
}

function callQuestion(
  key: string,
  { client, host }: Entrance,
  calls: readonly ExpectedCall[],
  footprints: Footprints,
): Question {
  const wanted = new Set(calls.map(({ name }) => name));
  const brokenIn = (inventory: Inventory): string[] => {
    const asked = callsIn(inventory, (entrance) => clientAndHost(entrance) === key);
    const traffic = new Traffic(inventory);
    return asked.flatMap((call) => {
      const reason = wanted.has(call.name) ? traffic.failureOf(call) : undefined;
      return reason === undefined ? [] : [`${call.name} fails: ${reason}`];
    });
  };
  return { footprint: footprints.ofCalls(client, host), brokenIn };
}

function clientAndHost({ client: { workload }, host }: Entrance): string {
  return `${keyOf(workload.manifest)} -> ${host}`;
}
