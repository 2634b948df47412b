import { Construct } from 'constructs';
import { EgressScope } from '../mesh/egress-scope';
import type { Job } from '../model/job';
import type { CallGraph } from '../model/mesh';
import type { Platform } from '../model/platform';
import { JobWorkload } from '../workload/job-workload';
import { NetworkIsolation } from '../workload/network-isolation';
import { environment } from './environment';

export interface MeshedJobProps {
  readonly job: Job;
  readonly graph: CallGraph;
  readonly platform: Platform;
}

/** A job of the mesh, and what it may do: last, the job itself, which starts at once. */
export class MeshedJob extends Construct {
  constructor(scope: Construct, id: string, { job, graph, platform }: MeshedJobProps) {
    super(scope, id);
    new NetworkIsolation(this, 'network', { workload: job, graph, platform });
    new EgressScope(this, 'egress', { workload: job, graph, platform });
    new JobWorkload(this, 'job', { job, env: environment(job, job, graph) });
  }
}
