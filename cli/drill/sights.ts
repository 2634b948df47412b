import type { Scene } from '../../lib/drill/scene';
import { type Counts, isGone, isSeen, type Look, type Sight, type Symptom } from '../../lib/drill/symptom';
import { callPath } from '../../lib/verify/call-path';
import { endpointsIn } from '../../lib/verify/endpoints';
import type { Executor } from '../cluster/exec';
import type { Objects } from '../cluster/objects';
import { ask, type GatewayAddress } from '../gateway/ask';
import { pause } from '../interrupt';

/** Where requests go in, and how proxies are asked what they counted. */
export interface Stage {
  readonly gateway: GatewayAddress;
  readonly objects: Objects;
  readonly executor: Executor;
  readonly scene: Scene;
}

/** What was seen of a symptom. */
export interface LookResult {
  readonly isSeen: boolean;
  readonly isGone: boolean;
  readonly sights: readonly Sight[];
  readonly counts?: Counts;
}

/** Milliseconds that one request has. */
const patience = 20_000;
/** Requests at a time. */
const together = 10;

/** Sends the requests of a symptom once. */
async function look({ gateway, ...stage }: Stage, symptom: Symptom): Promise<LookResult> {
  const client = clientOf(stage.scene, symptom.look);
  const before = client && (await countsOf(stage, client));
  const sights: Sight[] = [];
  while (sights.length < symptom.requests) {
    const size = Math.min(together, symptom.requests - sights.length);
    sights.push(...(await Promise.all(Array.from({ length: size }, () => sightOf(gateway, symptom)))));
  }
  const after = client && (await countsOf(stage, client));
  const counts = before && after && { sent: after.sent - before.sent, ejected: after.ejected };
  const [seen, gone] = [isSeen, isGone].map((judge) => judge(symptom.look, sights, counts));
  return { isSeen: seen === true, isGone: gone === true, sights, ...(counts === undefined ? {} : { counts }) };
}

/** Looks until the symptom is there, or is gone, or the time is over. */
export async function lookUntil(
  stage: Stage,
  symptom: Symptom,
  wanted: 'isSeen' | 'isGone',
  { seconds, signal }: { readonly seconds: number; readonly signal: AbortSignal },
): Promise<LookResult> {
  const end = Date.now() + seconds * 1000;
  let result = await look(stage, symptom);
  while (!result[wanted] && Date.now() < end) {
    await pause(1000, signal);
    result = await look(stage, symptom);
  }
  return result;
}

async function sightOf(gateway: GatewayAddress, { scheme, host, headers }: Symptom): Promise<Sight> {
  const { status, body, failure } = await ask(gateway, { scheme, host, headers }, patience);
  return {
    ...(status === undefined ? {} : { status }),
    ...(failure === undefined ? {} : { failure }),
    path: status === undefined ? [] : callPath(body),
  };
}

/** Pods whose proxies count, and the host they count for. */
interface Client {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly host: string;
}

function clientOf({ inventory, gateway }: Scene, wanted: Look): Client | undefined {
  if (wanted.kind === 'tries') {
    const workload = inventory.workloads.find(({ namespace, name }) => `${namespace}/${name}` === wanted.client);
    return workload && { namespace: workload.namespace, labels: workload.labels, host: wanted.host };
  }
  if (wanted.kind === 'no ejection') {
    const { istio = '' } = gateway.labels;
    return { namespace: gateway.namespace, labels: { istio }, host: wanted.host };
  }
  return undefined;
}

async function countsOf({ objects, executor }: Omit<Stage, 'gateway'>, client: Client): Promise<Counts> {
  const labels = Object.entries(client.labels).map(([key, value]) => `${key}=${value}`);
  const pods = await objects.list('v1', 'Pod', { namespace: client.namespace, labels: labels.join(',') });
  const texts = await Promise.all(
    pods
      .filter(({ metadata }) => metadata['deletionTimestamp'] === undefined)
      .map(async ({ metadata: { name } }) => {
        const where = { namespace: client.namespace, pod: name, container: 'istio-proxy' };
        return (await executor.run(where, ['pilot-agent', 'request', 'GET', 'clusters'], patience)).stdout;
      }),
  );
  const endpoints = texts.flatMap((text) => endpointsIn(text, client.host));
  return {
    sent: endpoints.reduce((sum, { requests }) => sum + requests, 0),
    ejected: endpoints.filter(({ isEjected }) => isEjected).length,
  };
}
