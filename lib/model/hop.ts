import type { Call, CallScope } from './call';
import { portOf } from './call';
import type { Identity } from './identity';
import type { CallGraph } from './mesh';
import type { Resilience } from './resilience';
import type { Protocol, Service } from './service';

/** One way by which requests reach a service: a call, or the edge. */
export interface Hop extends Resilience, CallScope {
  /** The caller, as messages name it. */
  readonly from: string;
  /** @default - the outside world */
  readonly caller?: Identity;
  readonly to: Service;
  readonly protocol: Protocol;
}

/** Who sends the requests of an edge, as messages name it. */
export const outside = 'outside';

/** All hops that end at a service: the edge first, then calls in declared order. */
export function hopsTo(service: Service, graph: CallGraph): Hop[] {
  const edge = graph.edgeOf(service);
  const fromOutside =
    edge === undefined ? [] : [{ ...edge, from: outside, to: service, protocol: service.ports[0].protocol }];
  return [...fromOutside, ...graph.callsTo(service).map(hopOf)];
}

/** The hop of a call. */
export function hopOf(call: Call): Hop {
  return { ...call, from: call.caller.name, to: call.callee, protocol: portOf(call).protocol };
}

/** `shop -> orders`, for the reader and as the place of a problem. */
export function hopName(hop: Pick<Hop, 'from' | 'to'>): string {
  return `${hop.from} -> ${hop.to.name}`;
}
