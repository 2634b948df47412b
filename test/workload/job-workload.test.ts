import type { Job } from '../../lib/model/job';
import { JobWorkload } from '../../lib/workload/job-workload';
import { objectsOf } from '../support/objects-of';
import { sampleJob } from '../support/sample';

function workload(difference: Partial<Job> = {}) {
  const job = sampleJob('report', difference);
  return objectsOf((chart) => new JobWorkload(chart, 'it', { job, env: { TO: 'stock' } }));
}

const inPod = (spec: object) => ({ template: { metadata: { labels: { app: 'report' } }, spec } });

describe('a job', () => {
  it('has an account of its own without a token, and runs once', () => {
    expect(workload()).toMatchObject([
      { kind: 'ServiceAccount', metadata: { name: 'report' }, automountServiceAccountToken: false },
      { kind: 'Job', spec: inPod({ serviceAccountName: 'report', containers: [{ env: [{ name: 'TO' }] }] }) },
    ]);
  });

  it('runs by its schedule, and never beside itself', () => {
    expect(workload({ schedule: '*/5 * * * *' })[1]).toMatchObject({
      kind: 'CronJob',
      spec: {
        schedule: '*/5 * * * *',
        concurrencyPolicy: 'Forbid',
        jobTemplate: { spec: inPod({ restartPolicy: 'Never' }) },
      },
    });
  });

  it('is tried three times, each in a pod of its own', () => {
    expect(workload()[1]).toMatchObject({ spec: { backoffLimit: 2, ...inPod({ restartPolicy: 'Never' }) } });
  });

  it('runs the command that it is given, and else what its image starts', () => {
    expect(workload({ command: ['report', '--all'] })[1]).toMatchObject({
      spec: inPod({ containers: [{ command: ['report', '--all'] }] }),
    });
    expect(JSON.stringify(workload())).not.toContain('"command"');
  });

  it('is the user that its image needs, and nobody in particular without one', () => {
    const user = (runAsUser: number) => ({ spec: inPod({ securityContext: { runAsNonRoot: true, runAsUser } }) });
    expect(workload({ user: 12_345 })[1]).toMatchObject(user(12_345));
    expect(workload()[1]).toMatchObject(user(1000));
  });
});
