import { isAssumed } from '../inventory/assumed';
import { lineOf } from '../manifest/line';
import { type FieldPath, type Manifest, nameOf } from '../manifest/manifest';

/**
 * `Gateway shop/edge (edge.yaml:12)`: an object that a finding on another one speaks of, and where it, or one of its
 * fields, is written. What is taken for granted is written nowhere.
 */
export function mention(manifest: Manifest, path: FieldPath = []): string {
  const name = nameOf(manifest);
  return isAssumed(manifest) ? name : `${name} (${manifest.origin.document.file.name}:${lineOf(manifest, path)})`;
}

/** Several objects of one kind, each once: `AuthorizationPolicy shop/a (a.yaml:1), AuthorizationPolicy shop/b (a.yaml:9)`. */
export function mentions(manifests: readonly Manifest[]): string {
  return [...new Set(manifests)].map((manifest) => mention(manifest)).join(', ');
}
