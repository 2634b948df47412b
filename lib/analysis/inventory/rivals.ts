import type { Inventory } from './inventory';
import type { Labels, Manifest } from '../manifest/manifest';
import type { Workload } from '../views/workload';

/** An object of a kind of which each workload obeys one alone. */
export interface Claim {
  readonly manifest: Manifest;
  /** Of the pods it wants; empty for all pods of its namespace. */
  readonly labels: Labels;
}

/** A claim that comes too late. */
export interface Rival {
  readonly manifest: Manifest;
  /** Who claims the same. */
  readonly first: Manifest;
}

/** Claims to whole namespaces that another object claims already. */
export function* rivalDefaults(claims: readonly Claim[]): Generator<Rival> {
  const firsts = new Map<string, Manifest>();
  for (const { manifest } of claims.filter(({ labels }) => !isSelective(labels))) {
    const first = firsts.get(manifest.namespace);
    if (first === undefined) {
      firsts.set(manifest.namespace, manifest);
    } else {
      yield { manifest, first };
    }
  }
}

/** Claims by labels to pods that another object claims by labels already, each once. */
export function* rivalSelectors(
  inventory: Inventory,
  claims: readonly Claim[],
): Generator<Rival & { readonly workload: Workload }> {
  const firsts = new Map<Workload, Manifest>();
  for (const { manifest, labels } of claims.filter((claim) => isSelective(claim.labels))) {
    const selected = inventory.pods.selected(labels, manifest.namespace);
    const workload = selected.find((one) => firsts.has(one));
    const first = workload === undefined ? undefined : firsts.get(workload);
    selected.filter((one) => !firsts.has(one)).forEach((one) => firsts.set(one, manifest));
    if (workload !== undefined && first !== undefined) {
      yield { manifest, first, workload };
    }
  }
}

function isSelective(labels: Labels): boolean {
  return Object.keys(labels).length > 0;
}
