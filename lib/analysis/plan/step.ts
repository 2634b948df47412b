import { byAge } from '../inventory/age';
import { keyOf, type Manifest } from '../manifest/manifest';

/** One object is applied, whether it is there already or not, or deleted. */
export interface Step {
  readonly action: 'apply' | 'delete';
  readonly manifest: Manifest;
}

/** Steps that are taken together, in whatever order. */
export interface Wave {
  /** As users know it: `wave 3`, or the file and line of the one object. */
  readonly name: string;
  readonly steps: readonly Step[];
}

/** What is there between two steps: objects by kind and name. */
export type State = ReadonlyMap<string, Manifest>;

export function stateOf(manifests: readonly Manifest[]): State {
  return new Map(byAge(manifests).map((manifest) => [keyOf(manifest), manifest]));
}

/** What is there after some steps. */
export function after(state: State, steps: readonly Step[]): State {
  const next = new Map(state);
  for (const { action, manifest } of steps) {
    if (action === 'apply') {
      next.set(keyOf(manifest), manifest);
    } else {
      next.delete(keyOf(manifest));
    }
  }
  return next;
}
