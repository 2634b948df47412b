import { type Duration, milliseconds } from '../duration';
import { hopName, hopOf, hopsTo } from '../hop';
import { CallGraph, type Mesh } from '../mesh';
import type { Problem } from '../problem';
import { patienceOf, worstCase } from '../resilience';
import { type OwnedProcess, processesOf } from './processes-of';

/**
 * A process has more patience than the mesh declares. One that cuts off its answer before gives the caller a broken
 * connection (503) in place of the timeout (504) that was declared, and one that gives up on a callee hides its answer.
 */
export function processTimeouts(mesh: Mesh): Problem[] {
  const graph = new CallGraph(mesh);
  return processesOf(mesh).flatMap((process) => [...answer(process, graph), ...call(process, graph)]);
}

function answer({ owner, process: { timeouts = {} }, path }: OwnedProcess, graph: CallGraph): Problem[] {
  const service = graph.serviceOf(owner);
  return service === undefined || timeouts.answer === undefined
    ? []
    : hopsTo(service, graph).flatMap((hop) => {
        const rule = `on ${hopName(hop)} the caller waits ${patienceOf(hop)} ms, and would see a cut connection before`;
        return tooShort([...path, 'timeouts', 'answer'], timeouts.answer, patienceOf(hop), rule);
      });
}

function call({ owner, process: { timeouts = {} }, path }: OwnedProcess, graph: CallGraph): Problem[] {
  return graph
    .callsFrom(owner)
    .map(hopOf)
    .flatMap((hop) => {
      const rule = `${hopName(hop)} may take ${worstCase(hop)} ms, and the process would give up before`;
      return tooShort([...path, 'timeouts', 'call'], timeouts.call, worstCase(hop), rule);
    });
}

/** What nobody declared is no promise: only times that are there are compared. */
function tooShort(path: readonly string[], own: Duration | undefined, declared: number, rule: string): Problem[] {
  return own === undefined || !Number.isFinite(declared) || milliseconds(own) > declared
    ? []
    : [{ path, value: own, rule, remedy: `let the process take longer than ${declared} ms, or shorten the timeout` }];
}
