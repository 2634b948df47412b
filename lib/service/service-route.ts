import { Construct } from 'constructs';
import { Route } from '../mesh/route';
import { hopsTo } from '../model/hop';
import type { CallGraph } from '../model/mesh';
import type { Platform } from '../model/platform';
import type { Service } from '../model/service';

export interface ServiceRouteProps {
  readonly service: Service;
  readonly graph: CallGraph;
  readonly platform: Platform;
}

/**
 * What routes to the releases of a service: nothing if nobody calls it, or over tcp alone. Rendered with the rest of the
 * service, and by itself wherever a split is changed: both are the same object.
 */
export class ServiceRoute extends Construct {
  constructor(scope: Construct, id: string, { service, graph, platform }: ServiceRouteProps) {
    super(scope, id);
    const visibleIn = callerNamespaces(service, graph, platform);
    // A connection over tcp carries nothing to route by.
    if (visibleIn.length > 0 && hopsTo(service, graph).some(({ protocol }) => protocol !== 'tcp')) {
      new Route(this, 'route', { service, graph, visibleIn });
    }
  }
}

/** Where the proxies live that send to a service, sorted; empty if nobody calls it. */
export function callerNamespaces(service: Service, graph: CallGraph, { gateway }: Platform): string[] {
  const callers = graph.callsTo(service).map((call) => call.caller.namespace);
  const fromOutside = graph.edgeOf(service) === undefined ? [] : [gateway.namespace];
  return [...new Set([...callers, ...fromOutside])].sort();
}
