import { milliseconds } from '../duration';
import { type Hop, hopName, hopsTo } from '../hop';
import { CallGraph, type Mesh } from '../mesh';
import type { Problem } from '../problem';

/** A timeout leaves time for the last retry to begin: one that never comes helps nobody. */
export function lostTries(mesh: Mesh): Problem[] {
  const graph = new CallGraph(mesh);
  return mesh.services.flatMap((service) => hopsTo(service, graph).flatMap(ofHop));
}

function ofHop({ timeout, retries, ...hop }: Hop): Problem[] {
  const before = retries === undefined ? 0 : retries.attempts * milliseconds(retries.perTry);
  if (timeout === undefined || retries === undefined || before < milliseconds(timeout)) {
    return [];
  }
  return [
    {
      path: ['calls', hopName(hop), 'timeout'],
      value: timeout,
      rule: `the timeout covers all tries, and the ${retries.attempts} before the last may take ${before} ms (${retries.perTry} each)`,
      remedy: `use a timeout of more than ${before}ms, or fewer or shorter tries`,
    },
  ];
}
