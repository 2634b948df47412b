import { CallGraph, type Mesh } from '../mesh';
import type { Problem } from '../problem';
import type { Service } from '../service';

/** Calls never lead back to their caller: timeouts and retries on a circle have no end. */
export function cycles(mesh: Mesh): Problem[] {
  return circles(new CallGraph(mesh)).map((circle) => {
    const value = circle.map((service) => service.name).join(' -> ');
    return {
      path: ['calls', value],
      value,
      rule: 'calls do not go in a circle: no timeout on it could hold, and one retry would multiply without end',
      remedy: 'remove one of these calls, or split a service in two',
    };
  });
}

/** A circle of every knot of calls, as the services on it with the first repeated at the end; removing it may show another. */
function circles(graph: CallGraph): Service[][] {
  const found: Service[][] = [];
  const finished = new Set<Service>();
  const trail: Service[] = [];
  const visit = (service: Service): void => {
    const start = trail.indexOf(service);
    if (start >= 0) {
      found.push([...trail.slice(start), service]);
      return;
    }
    if (finished.has(service)) {
      return;
    }
    trail.push(service);
    for (const { callee } of graph.callsFrom(service)) {
      if (callee !== service) {
        visit(callee);
      }
    }
    trail.pop();
    finished.add(service);
  };
  graph.mesh.services.forEach(visit);
  return found;
}
