import { type Candidate, candidateOf } from '../../lib/canary/candidate';
import { CallGraph } from '../../lib/model/mesh';
import type { Service } from '../../lib/model/service';
import { isCanaried } from '../../lib/telemetry/promql/gate';
import { frontend, telemetry, tiers } from '../telemetry/meshes';

const graph = new CallGraph(tiers);

/** The canary of a service of three tiers. */
export function candidate(service: Service, isCompared = true): Candidate {
  if (!isCanaried(service)) {
    throw new Error(`${service.name} has no canary`);
  }
  return candidateOf(graph, service, telemetry(tiers).gateway, isCompared);
}

export const frontendCanary = candidate(frontend);
