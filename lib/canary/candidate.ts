import { serviceLabels } from '../model/labels';
import type { CallGraph } from '../model/mesh';
import type { Peer } from '../model/platform';
import type { Canaried } from '../telemetry/promql/gate';
import type { Gateway } from '../telemetry/promql/proxies';

/** Pods whose proxies count the requests to a service. */
export interface Caller extends Required<Peer> {
  readonly name: string;
}

/** A canary that is up for promotion. */
export interface Candidate {
  readonly service: Canaried;
  /** Whoever may call it for long, through a proxy: its own, or the gateway's. */
  readonly callers: readonly Caller[];
  /** Whether stable still gets requests to compare with; at a share of 100 % it gets none. */
  readonly isCompared: boolean;
}

/** A canary by the calls that the mesh declares. Jobs come and go, so that no proxy of theirs may be missed. */
export function candidateOf(graph: CallGraph, service: Canaried, gateway: Gateway, isCompared = true): Candidate {
  const callers = graph.callsTo(service).flatMap(({ caller }) => graph.serviceOf(caller) ?? []);
  const withProxy = callers.filter(({ sidecar }) => sidecar !== 'none');
  return {
    service,
    callers: [
      ...(graph.edgeOf(service) === undefined ? [] : [gateway]),
      ...withProxy.map((caller) => ({
        name: caller.name,
        namespace: caller.namespace,
        labels: serviceLabels(caller),
      })),
    ],
    isCompared,
  };
}
