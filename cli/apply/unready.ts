import * as z from 'zod';
import { type KubeObject, nameOf } from '../cluster/kube-object';
import { rolloutOf } from './rollout';

const state = z.looseObject({
  waiting: z.looseObject({ reason: z.string().optional(), message: z.string().optional() }).optional(),
  terminated: z.looseObject({ reason: z.string().optional(), exitCode: z.number().optional() }).optional(),
});

const containers = z
  .array(z.looseObject({ name: z.string(), ready: z.boolean().default(false), state: state.prefault({}) }))
  .default([]);

const pod = z.looseObject({
  status: z
    .looseObject({
      conditions: z
        .array(z.looseObject({ type: z.string(), status: z.string(), message: z.string().optional() }))
        .default([]),
      initContainerStatuses: containers,
      containerStatuses: containers,
    })
    .prefault({}),
});

const event = z.looseObject({
  type: z.string().default(''),
  reason: z.string().default(''),
  message: z.string().default(''),
  lastTimestamp: z.string().nullish(),
  eventTime: z.string().nullish(),
  involvedObject: z.looseObject({ kind: z.string().default(''), name: z.string().default('') }),
});

/** How many events are shown. */
const shownEvents = 5;

/**
 * Why a Deployment does not get ready, as far as the cluster says.
 * @param pods that are its own
 * @param events of its namespace, in any order
 */
export function unreadyText(object: KubeObject, pods: readonly KubeObject[], events: readonly KubeObject[]): string {
  const { available, wanted } = rolloutOf(object);
  const names = new Set(pods.map(({ metadata }) => metadata.name));
  const own = events
    .map((one) => event.parse(one))
    .filter(({ involvedObject: { name } }) => names.has(name) || isOf(name, object.metadata.name));
  const newest = own.sort((one, other) => timeOf(other).localeCompare(timeOf(one))).slice(0, shownEvents);
  return [
    `${nameOf(object)}: ${available} of ${wanted} pods available`,
    ...(pods.length === 0 ? ['  it has no pods'] : pods.flatMap(podLines)),
    ...newest.map(({ type, reason, involvedObject, message }) =>
      `  event: ${type} ${reason} of ${involvedObject.kind} ${involvedObject.name}: ${message}`.slice(0, 400),
    ),
  ].join('\n');
}

function podLines(object: KubeObject): string[] {
  const { status } = pod.parse(object);
  const unscheduled = status.conditions.find((one) => one.type === 'PodScheduled' && one.status === 'False');
  const waiting = [...status.initContainerStatuses, ...status.containerStatuses].flatMap((one) => {
    const reason = reasonOf(one);
    return reason === undefined ? [] : [`${one.name}: ${reason}`];
  });
  const reasons = [...(unscheduled === undefined ? [] : [unscheduled.message ?? 'not scheduled']), ...waiting];
  const isReady = status.conditions.some((one) => one.type === 'Ready' && one.status === 'True');
  return isReady ? [] : [`  pod ${object.metadata.name}: ${reasons.join('; ') || 'not ready'}`];
}

function reasonOf({ ready, state: { waiting, terminated } }: z.output<typeof containers>[number]): string | undefined {
  if (waiting !== undefined) {
    return [waiting.reason ?? 'waiting', ...(waiting.message === undefined ? [] : [waiting.message])].join(': ');
  }
  if (terminated !== undefined) {
    return terminated.exitCode === 0 ? undefined : `ended with ${terminated.exitCode}: ${terminated.reason}`;
  }
  return ready ? undefined : 'runs and is not ready: its readiness probe fails';
}

/** Whether a ReplicaSet or a pod was made by a Deployment: it carries its name, and a hash or two. */
function isOf(name: string, deployment: string): boolean {
  const suffix = name.startsWith(deployment) ? name.slice(deployment.length) : undefined;
  return suffix === '' || /^-[a-z0-9]{6,10}(-[a-z0-9]{5})?$/.test(suffix ?? '');
}

function timeOf({ lastTimestamp, eventTime }: z.output<typeof event>): string {
  return lastTimestamp ?? eventTime ?? '';
}
