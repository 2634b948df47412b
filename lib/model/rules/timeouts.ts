import { type Hop, hopName, hopOf, hopsTo } from '../hop';
import { CallGraph, type Mesh } from '../mesh';
import type { Problem } from '../problem';
import { patienceOf, worstCase } from '../resilience';

/** A caller waits at least as long as what it calls may take, or it gives up on work that still goes on. */
export function timeouts(mesh: Mesh): Problem[] {
  const graph = new CallGraph(mesh);
  return mesh.services.flatMap((service) => {
    const onward = graph.callsFrom(service).map(hopOf).filter(isHttp);
    const callers = hopsTo(service, graph).filter(isHttp);
    return callers.flatMap((caller) => onward.flatMap((hop) => nesting(caller, hop)));
  });
}

/** Of a connection nobody knows when a request on it ends. */
function isHttp(hop: Hop): boolean {
  return hop.protocol !== 'tcp';
}

function nesting(caller: Hop, hop: Hop): Problem[] {
  const patience = patienceOf(caller);
  const worst = worstCase(hop);
  if (patience >= worst) {
    return [];
  }
  const way = `${caller.from} -> ${hop.from} -> ${hop.to.name}`;
  return [
    {
      path: ['calls', way],
      value: `${String(patience)} ms`,
      rule: `on ${way}, ${caller.from} waits ${patience} ms for one try, and ${hopName(hop)} ${describe(hop, worst)}`,
      remedy: Number.isFinite(worst)
        ? `let ${caller.from} wait ${worst} ms or longer, or shorten ${hopName(hop)}`
        : `give ${hopName(hop)} a timeout below ${patience} ms`,
    },
  ];
}

function describe({ timeout, retries }: Hop, worst: number): string {
  if (!Number.isFinite(worst)) {
    return 'has no timeout';
  }
  const tries =
    retries === undefined ? [] : [`${1 + retries.attempts} tries x ${retries.perTry} and the pauses between them`];
  const whole = timeout === undefined ? [] : [`a timeout of ${timeout}`];
  return `may take ${worst} ms (${[...whole, ...tries].join(', ')})`;
}
