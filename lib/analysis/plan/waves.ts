import { indexBy } from '../inventory/index-by';
import { lineOf } from '../manifest/line';
import { keyOf, type Manifest } from '../manifest/manifest';
import { waveOf } from '../views/wave';
import type { State, Step, Wave } from './step';

/** The order of Argo CD: by the annotation, lowest first; without one an object is of wave 0. */
export function annotatedWaves(manifests: readonly Manifest[]): Wave[] {
  const numbers = indexBy(manifests, waveOf);
  return [...numbers]
    .sort(([one], [other]) => one - other)
    .map(([number, objects]) => ({ name: `wave ${number}`, steps: objects.map(applied) }));
}

/** The order of `kubectl apply -f`: one object after the other, as the files have them. */
export function writtenWaves(manifests: readonly Manifest[]): Wave[] {
  return manifests.map((manifest) => ({
    // To find a line takes longer than to look at the wave, and few lines are ever asked for.
    get name() {
      return placeOf(manifest);
    },
    steps: [applied(manifest)],
  }));
}

/** What makes of one state another: objects that differ are applied in their order, then those that are gone are deleted. */
export function changes(before: State, waves: readonly Wave[], end: State): Wave[] {
  const changed = waves.map(({ name, steps }) => ({
    name,
    steps: steps.filter(({ manifest }) => differs(manifest, before)),
  }));
  const gone = [...before].filter(([key]) => !end.has(key)).map(([, manifest]) => manifest);
  return [...changed, ...removal(annotatedWaves(gone))].filter(({ steps }) => steps.length > 0);
}

/** Everything is taken away in the opposite order. */
export function removal(waves: readonly Wave[]): Wave[] {
  return [...waves].reverse().map(({ name, steps }) => ({
    name: `removal of ${name}`,
    steps: [...steps].reverse().map(({ manifest }): Step => ({ action: 'delete', manifest })),
  }));
}

/** The file and the line on which an object begins. */
export function placeOf(manifest: Manifest): string {
  return `${manifest.origin.document.file.name}:${lineOf(manifest, [])}`;
}

function applied(manifest: Manifest): Step {
  return { action: 'apply', manifest };
}

function differs(manifest: Manifest, before: State): boolean {
  return JSON.stringify(before.get(keyOf(manifest))?.content) !== JSON.stringify(manifest.content);
}
