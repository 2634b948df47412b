import type { Manifest } from '../manifest/manifest';

/** By which Argo CD orders objects. @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/ */
export const waveAnnotation = 'argocd.argoproj.io/sync-wave';

/**
 * The wave of an object: without the annotation, or with one that is no integer as Go reads them
 * (`1.0`, `1e1`), Argo CD takes 0.
 * @see https://github.com/argoproj/gitops-engine/blob/master/pkg/sync/syncwaves/waves.go
 * @see https://pkg.go.dev/strconv#Atoi
 */
export function waveOf({ annotations }: Pick<Manifest, 'annotations'>): number {
  const wave = annotations[waveAnnotation] ?? '';
  return /^[+-]?\d+$/.test(wave) ? Number(wave) : 0;
}
