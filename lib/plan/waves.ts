import type { ApiObject, Chart } from 'cdk8s';
import { apiObjects } from './manifest-files';

/** The annotation by which Argo CD, and `kubectl apply` by wave, orders objects. */
const waveAnnotation = 'argocd.argoproj.io/sync-wave';

/**
 * Kinds by the wave they are applied in, first wave first. Identities and policies come before the
 * pods they govern, Services before the pods that look them up, pods before the subsets that select
 * them, and subsets before the routes that name them: a route to a missing subset answers 503.
 */
const waves: readonly (readonly string[])[] = [
  ['Namespace'],
  ['ServiceAccount', 'PeerAuthentication', 'Telemetry'],
  ['Service'],
  ['Deployment', 'PodDisruptionBudget'],
  ['DestinationRule', 'Gateway'],
  ['VirtualService'],
];

const waveByKind = new Map(waves.flatMap((kinds, wave) => kinds.map((kind) => [kind, wave] as const)));

/** Writes its wave on every object of a chart. */
export function annotateWaves(chart: Chart): void {
  for (const object of apiObjects(chart)) {
    object.metadata.addAnnotation(waveAnnotation, String(waveOf(object)));
  }
}

function waveOf(object: ApiObject): number {
  const wave = waveByKind.get(object.kind);
  if (wave === undefined) {
    throw new Error(`${object.node.path}: kind ${object.kind} has no wave; say in lib/plan/waves.ts when to apply it`);
  }
  return wave;
}
