import type { Workload } from '../../views/workload';
import type { Check } from '../check';

export const endlessJob: Check = {
  code: 'LAB064',
  level: 'error',
  title: 'The sidecar of a job ends with it',
  reason:
    'A sidecar that is an ordinary container runs on when the work is done: the pod never completes, the Job never succeeds, and the next run of a CronJob waits or piles up.',
  remedy:
    'remove the annotation, so that the sidecar is a native one, or let the process call quitquitquit of the agent',
  link: 'https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/',
  *find(inventory) {
    for (const workload of inventory.workloads) {
      const { kind, manifest, podPath, annotations } = workload;
      const isJob = kind === 'Job' || kind === 'CronJob';
      if (isJob && annotations[annotation] === 'false' && inventory.isMeshed(workload) && !endsItsSidecar(workload)) {
        const message = 'the sidecar is no native one and keeps running when the process has ended';
        yield { manifest, path: [...podPath, 'metadata', 'annotations', annotation], message };
      }
    }
  },
};

const annotation = 'sidecar.istio.io/nativeSidecar';

/** Whether a process asks the agent to go, as many did before there were native sidecars. */
function endsItsSidecar({ containers }: Workload): boolean {
  return containers.some(({ command, args }) => [...command, ...args].join(' ').includes('quitquitquit'));
}
