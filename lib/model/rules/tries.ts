import { type Hop, hopsTo, outside } from '../hop';
import type { Identity } from '../identity';
import { CallGraph, type Mesh } from '../mesh';
import type { Problem } from '../problem';
import { triesOf } from '../resilience';
import { cycles } from './cycles';

const defaultMaxTries = 4;

/** The worst that can reach a service for one request, and the way it comes. */
interface Load {
  /** Up to the caller of the last hop. */
  readonly before: number;
  readonly tries: number;
  readonly hops: readonly Hop[];
}

const nothingYet: Load = { before: 1, tries: 1, hops: [] };

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
  const heaviest = new Map<Identity, Load>();
  const problems: Problem[] = [];
  for (const service of [...graph.calleesFirst()].reverse()) {
    const loads = hopsTo(service, graph).map((hop) => loadOf(hop, heaviest));
    heaviest.set(
      service,
      loads.reduce((worst, load) => (load.tries > worst.tries ? load : worst), nothingYet),
    );
    problems.push(...loads.filter((load) => load.tries > cap && load.before <= cap).map((load) => problem(load, cap)));
  }
  return problems;
}

function loadOf(hop: Hop, heaviest: ReadonlyMap<Identity, Load>): Load {
  const before = (hop.caller && heaviest.get(hop.caller)) ?? nothingYet;
  return { before: before.tries, tries: before.tries * triesOf(hop), hops: [...before.hops, hop] };
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
