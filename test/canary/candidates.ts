import { type Candidate, candidateOf } from '../../lib/canary/candidate';
import { CallGraph } from '../../lib/model/mesh';
import type { Service } from '../../lib/model/service';
import { isCanaried } from '../../lib/telemetry/promql/gate';
import { frontend, lab, telemetry } from '../telemetry/meshes';

const graph = new CallGraph(lab);

/** The canary of a service of the lab. */
export function candidate(service: Service, isCompared = true): Candidate {
  if (!isCanaried(service)) {
    throw new Error(`${service.name} has no canary`);
  }
  return candidateOf(graph, service, telemetry(lab).gateway, isCompared);
}

export const frontendCanary = candidate(frontend);
