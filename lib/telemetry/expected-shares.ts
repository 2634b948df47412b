import { CallGraph, type Mesh } from '../model/mesh';
import type { ReleaseName, Service } from '../model/service';

/** The share of a service's requests that each release should at least get, in whole percent. */
export type ExpectedShares = (service: Service, release: ReleaseName) => number;

/**
 * What the splits promise to requests that no pin decides. A service that follows its callers gets
 * what they have; among several callers the smallest share counts for each release, because nobody
 * knows which of them is busy.
 */
export function expectedShares(mesh: Mesh): ExpectedShares {
  const graph = new CallGraph(mesh);
  const shares = new Map<Service, Readonly<Record<ReleaseName, number>>>();
  const canaryOf = (service: Service | undefined): readonly number[] => {
    const known = service === undefined ? undefined : shares.get(service);
    // Requests from outside, and from jobs, come from no canary.
    return known === undefined ? [0] : [known.canary, 100 - known.stable];
  };
  for (const service of [...graph.calleesFirst()].reverse()) {
    const split = service.canary === undefined ? 0 : graph.splitOf(service);
    const fromOutside = graph.edgeOf(service) === undefined ? [] : [0];
    const callers = graph.callsTo(service).map((call) => graph.serviceOf(call.caller));
    const lanes = split === 'follow' ? [...fromOutside, ...callers.flatMap(canaryOf)] : [split];
    const canary = lanes.length === 0 ? [0] : lanes;
    shares.set(service, { canary: Math.min(...canary), stable: 100 - Math.max(...canary) });
  }
  return (service, release) => shares.get(service)?.[release] ?? 0;
}
