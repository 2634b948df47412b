import { portOf } from '../model/call';
import type { Edge } from '../model/edge';
import type { CallGraph } from '../model/mesh';
import type { Protocol, Service } from '../model/service';

/** The edges that a load test can ask: those whose first port speaks HTTP as browsers do. */
export function loadableEdges({ mesh }: CallGraph): Edge[] {
  return mesh.edges.filter(({ service }) => isPlainHttp(service.ports[0].protocol));
}

/**
 * The services that requests from outside may reach and that tell who they are, callers before
 * their callees. A connection over tcp carries no answer to read a release from.
 */
export function reachedServices(graph: CallGraph): Service[] {
  const reached = new Set(loadableEdges(graph).map(({ service }) => service));
  // A set grows while it is walked: each service is visited once.
  for (const service of reached) {
    for (const call of graph.callsFrom(service)) {
      if (portOf(call).protocol !== 'tcp') {
        reached.add(call.callee);
      }
    }
  }
  return [...reached];
}

function isPlainHttp(protocol: Protocol): boolean {
  return protocol === 'http' || protocol === 'http2';
}
