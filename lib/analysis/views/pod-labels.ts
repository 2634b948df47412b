import type { Labels } from '../manifest/manifest';
import { includesLabels } from './selector';
import type { Workload } from './workload';

type Pods = Pick<Workload, 'kind' | 'name' | 'replicas' | 'labels'>;

/** Labels that each pod has its own value of, and which of them it is. */
const ofOnePod: Readonly<Record<string, (value: string, name: string) => number>> = {
  'statefulset.kubernetes.io/pod-name': (value, name) =>
    value.startsWith(`${name}-`) ? ordinal(value.slice(name.length + 1)) : NaN,
  'apps.kubernetes.io/pod-index': ordinal,
};

/** Labels whose value no YAML of the workload has: pods of every revision, and of every run, have another. */
const ofController: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['pod-template-hash', 'rollouts-pod-template-hash'],
  Rollout: ['rollouts-pod-template-hash'],
  StatefulSet: ['controller-revision-hash'],
  DaemonSet: ['controller-revision-hash'],
  Job: ['batch.kubernetes.io/controller-uid', 'controller-uid'],
  CronJob: ['batch.kubernetes.io/job-name', 'job-name', 'batch.kubernetes.io/controller-uid', 'controller-uid'],
};

/**
 * How many pods of a workload have all the labels: those of its template, and those that its controller adds. One whose value
 * nobody can know is taken for the wanted one.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-name-label
 * @see https://kubernetes.io/docs/reference/labels-annotations-taints/
 */
export function podsWith(workload: Pods, wanted: Labels): number {
  const added = Object.entries(wanted).filter(([key]) => workload.labels[key] === undefined && isAdded(key, workload));
  const ordinals = added.flatMap(([key, value]) => ofOnePod[key]?.(value, workload.name) ?? []);
  const own = Object.fromEntries(Object.entries(wanted).filter(([key]) => added.every(([other]) => other !== key)));
  const isThere = includesLabels({ ...workload.labels, ...jobNameOf(workload) }, own);
  const isOne = ordinals.every((one) => one === ordinals[0] && one < workload.replicas);
  return isThere && isOne ? (ordinals.length > 0 ? 1 : workload.replicas) : 0;
}

/** Whether pods of a workload can have all the labels, also one that is scaled to nothing. */
export function hasPodsWith(workload: Pods, wanted: Labels): boolean {
  return podsWith({ ...workload, replicas: Math.max(1, workload.replicas) }, wanted) > 0;
}

/** Whether a label stands in no template: pods get it from their controller. */
export function isOfController(key: string): boolean {
  return key in ofOnePod || key.endsWith('job-name') || Object.values(ofController).some((keys) => keys.includes(key));
}

function isAdded(key: string, { kind }: Pods): boolean {
  return (kind === 'StatefulSet' && key in ofOnePod) || ofController[kind]?.includes(key) === true;
}

function jobNameOf({ kind, name }: Pods): Labels {
  return kind === 'Job' ? { 'batch.kubernetes.io/job-name': name, 'job-name': name } : {};
}

function ordinal(value: string): number {
  return /^(0|[1-9]\d*)$/.test(value) ? Number(value) : NaN;
}
