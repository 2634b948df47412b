import type { Footprints } from './footprint/footprints';
import { Openings, type Refusal } from './openings';
import type { Question } from './question';

/** Whether pairs that have to stay strangers do. */
export function pairQuestions(pairs: readonly Refusal[], footprints: Footprints): Question[] {
  return pairs.map((pair) => pairQuestion(pair, footprints));
}

function pairQuestion(refusal: Refusal, footprints: Footprints): Question {
  const { name, caller, callee, destination } = refusal;
  const host = `${callee.name}.${callee.namespace}.svc.cluster.local`;
  return {
    footprint: footprints.ofPair(caller, host, destination.workload),
    brokenIn: (inventory) =>
      new Openings(inventory).isOpen(refusal) ? [`${name} gets through, and nobody declared it`] : [],
  };
}
