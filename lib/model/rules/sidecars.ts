import { CallGraph, type Mesh } from '../mesh';
import type { Problem } from '../problem';

/** Without a sidecar there is no identity, no route and no limit: what needs them is refused here and not at run time. */
export function sidecars(mesh: Mesh): Problem[] {
  const graph = new CallGraph(mesh);
  return mesh.services
    .filter((service) => service.sidecar === 'none')
    .flatMap((service) => {
      const needs = [
        ...graph.callsFrom(service).map(({ callee }) => `calls ${callee.name}, which tells callers apart by identity`),
        ...(graph.callsTo(service).length > 0 || graph.edgeOf(service) !== undefined
          ? ['has callers, whom only a sidecar can check']
          : []),
        ...(service.rateLimit === undefined ? [] : ['has a rate limit, which its sidecar would count']),
        ...(service.canary === undefined ? [] : ['has a canary, which routes would have to find']),
      ];
      return needs.map((need) => ({
        path: ['services', service.name, 'sidecar'],
        value: 'none',
        rule: `a service out of the mesh stands alone, and ${service.name} ${need}`,
        remedy: 'give it a sidecar, or remove what needs one',
      }));
    });
}
