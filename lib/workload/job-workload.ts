import { type JobSpec, KubeCronJob, KubeJob, KubeServiceAccount } from 'cdk8s-plus-28/lib/imports/k8s';
import { Construct } from 'constructs';
import type { Job } from '../model/job';
import { restrictedContainer, restrictedPod } from './restricted-pod';

export interface JobWorkloadProps {
  readonly job: Job;
  /** Environment of the process, complete. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * A job and its identity. The sidecar is a native one, which ends with the process: no wrapper
 * has to stop it.
 */
export class JobWorkload extends Construct {
  constructor(scope: Construct, id: string, props: JobWorkloadProps) {
    super(scope, id);
    const { name, schedule } = props.job;
    const metadata = { name, labels: { app: name } };
    new KubeServiceAccount(this, 'identity', { metadata, automountServiceAccountToken: false });
    if (schedule === undefined) {
      new KubeJob(this, 'job', { metadata, spec: jobSpec(props) });
    } else {
      new KubeCronJob(this, 'job', {
        metadata,
        spec: { schedule, concurrencyPolicy: 'Forbid', jobTemplate: { spec: jobSpec(props) } },
      });
    }
  }
}

function jobSpec({ job, env }: JobWorkloadProps): JobSpec {
  const command = job.command === undefined ? {} : { command: [...job.command] };
  return {
    backoffLimit: 2,
    template: {
      metadata: { labels: { app: job.name } },
      spec: {
        ...restrictedPod(job, job),
        restartPolicy: 'Never',
        containers: [{ ...restrictedContainer({ ...job, env }), ...command }],
      },
    },
  };
}
