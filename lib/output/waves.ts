import type { ApiObject, Chart } from 'cdk8s';
import { apiObjects } from './manifest-files';

/** The annotation by which Argo CD, and `kubectl apply` by wave, orders objects. */
const waveAnnotation = 'argocd.argoproj.io/sync-wave';

/**
 * What is applied together, first wave first. Identities and policies that allow come before the
 * pods they govern, Services before the pods that look them up, pods before the subsets that select
 * them, and subsets before the routes that name them: a route to a missing subset answers 503.
 * Policies that refuse everything else come last, when all that is allowed stands; they are named,
 * because a name goes before a kind.
 */
const waves: readonly (readonly string[])[] = [
  ['Namespace'],
  ['ServiceAccount', 'PeerAuthentication', 'Telemetry', 'ServiceEntry'],
  ['Service', 'AuthorizationPolicy', 'NetworkPolicy', 'Sidecar', 'EnvoyFilter'],
  ['Deployment', 'PodDisruptionBudget'],
  ['DestinationRule', 'Gateway'],
  ['VirtualService'],
  ['Job', 'CronJob', 'NetworkPolicy/default-deny', 'AuthorizationPolicy/deny-all'],
];

const waveByKey = new Map(waves.flatMap((keys, wave) => keys.map((key) => [key, wave] as const)));

/** Writes its wave on every object of a chart. */
export function annotateWaves(chart: Chart): void {
  for (const object of apiObjects(chart)) {
    object.metadata.addAnnotation(waveAnnotation, String(waveOf(object)));
  }
}

/** The wave of an object, from 0. */
export function waveOf(object: ApiObject): number {
  const wave = waveByKey.get(`${object.kind}/${object.name}`) ?? waveByKey.get(object.kind);
  if (wave === undefined) {
    throw new Error(
      `${object.node.path}: kind ${object.kind} has no wave; say in lib/output/waves.ts when to apply it`,
    );
  }
  return wave;
}
