import { type Hop, hopsTo, outside } from '../hop';
import { CallGraph, type Mesh } from '../mesh';
import type { Problem } from '../problem';
import { triesOf } from '../resilience';
import type { Service } from '../service';
import { cycles } from './cycles';

const defaultMaxTries = 4;

/** The worst that can reach a service for one request, and the way it comes. */
interface Load {
  readonly tries: number;
  readonly hops: readonly Hop[];
}

/**
 * Retries of every hop multiply along a path: three hops of three tries are twenty-seven requests
 * at the end, when that end is already in trouble. Reported where a path first exceeds the cap.
 */
export function tries(mesh: Mesh): Problem[] {
  if (cycles(mesh).length > 0) {
    return [];
  }
  const graph = new CallGraph(mesh);
  const cap = mesh.maxTries ?? defaultMaxTries;
  const loads = new Map<string, Load>();
  const problems: Problem[] = [];
  for (const service of [...graph.calleesFirst()].reverse()) {
    const load = heaviest(service, graph, loads);
    loads.set(service.name, load);
    const before = load.tries / triesOf(load.hops.at(-1) ?? {});
    if (load.tries > cap && before <= cap) {
      problems.push(problem(load, cap));
    }
  }
  return problems;
}

function heaviest(service: Service, graph: CallGraph, loads: ReadonlyMap<string, Load>): Load {
  return hopsTo(service, graph)
    .map((hop) => {
      const before = loads.get(hop.from) ?? { tries: 1, hops: [] };
      return { tries: before.tries * triesOf(hop), hops: [...before.hops, hop] };
    })
    .reduce((worst, load) => (load.tries > worst.tries ? load : worst), { tries: 1, hops: [] });
}

function problem({ tries: total, hops }: Load, cap: number): Problem {
  const way = [hops[0]?.from ?? outside, ...hops.map(({ to }) => to.name)].join(' -> ');
  return {
    path: ['calls', way],
    value: total,
    rule: `tries multiply along ${way}: ${hops.map(triesOf).join(' x ')} = ${total}, and one request may cause ${cap} at most`,
    remedy: 'retry on one hop of the path only, the one nearest to what fails',
  };
}
