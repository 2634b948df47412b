import { Openings, type Pair, type Pairs } from './openings';
import type { Asking, Question } from './question';

/**
 * Whether those stay apart who are refused both at the beginning, if the callee is there, and at the end.
 * @param pairs of the end
 */
export function pairQuestions({ start, end, footprints, isConcerned }: Asking, { pairs }: Pairs): Question[] {
  const [atStart, atEnd] = [new Openings(start), new Openings(end)];
  return pairs.flatMap((pair): Question[] => {
    const { caller, callee, destination } = pair;
    const host = `${callee.name}.${callee.namespace}.svc.cluster.local`;
    const footprint = footprints.ofPair(caller, host, destination.workload);
    const isRefused = isConcerned(footprint) && atEnd.isRefused(pair) && !atStart.isOpen(pair);
    return isRefused ? [{ footprint, brokenIn: (state) => brokenIn(new Openings(state), pair) }] : [];
  });
}

function brokenIn(openings: Openings, pair: Pair): string[] {
  return openings.isOpen(pair) ? [`${pair.name} gets through, and is refused at the end`] : [];
}
