import { keyOf, type Manifest, metadataOf } from '../manifest/manifest';
import { indexBy } from './index-by';

/** Objects each once, and those that were written more than once. */
interface LatestManifests {
  readonly latest: readonly Manifest[];
  readonly repeated: readonly (readonly Manifest[])[];
}

/**
 * What is left of objects when all are applied in their order: of one that is written twice the later text, in the place of the
 * earlier, by which it is as old as that. Names that the API server makes up are another each time.
 */
export function latestOf(written: readonly Manifest[]): LatestManifests {
  const groups = [...indexBy(written.filter(isNamed), keyOf).values()];
  const repeated = groups.filter(({ length }) => length > 1);
  if (repeated.length === 0) {
    return { latest: written, repeated };
  }
  const replaced = new Map(
    repeated.flatMap(([first, ...later]) => (first === undefined ? [] : [[first, later.at(-1)]])),
  );
  const dropped = new Set(repeated.flatMap(([, ...later]) => later));
  const latest = written.filter((one) => !dropped.has(one)).map((one) => replaced.get(one) ?? one);
  return { latest, repeated };
}

function isNamed(manifest: Manifest): boolean {
  return metadataOf(manifest, 'name') !== undefined;
}
