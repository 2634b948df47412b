import * as z from 'zod';
import { type Manifest, metadataOf } from '../manifest/manifest';

const date = z.iso.datetime();

/**
 * Objects by their age, the oldest first, as Istio takes those that say the same: what a cluster has dated goes by its date,
 * and of one second by its name; what has no date is yet to be made, in the order in which it is written.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/config.go sortByCreationComparator
 */
export function byAge(manifests: readonly Manifest[]): readonly Manifest[] {
  const dates = new Map(manifests.map((one) => [one, dateOf(one)]));
  if ([...dates.values()].every((date) => date === undefined)) {
    return manifests;
  }
  return [...manifests].sort((one, other) => {
    const [left, right] = [dates.get(one), dates.get(other)];
    if (left === undefined || right === undefined) {
      return (left === undefined ? 1 : 0) - (right === undefined ? 1 : 0);
    }
    return compared(left, right) || compared(one.name, other.name) || compared(one.namespace, other.namespace);
  });
}

/** As the API server writes it, in UTC, so that texts are in the order of what they stand for. */
function dateOf(manifest: Manifest): string | undefined {
  const written = metadataOf(manifest, 'creationTimestamp');
  return written === undefined ? undefined : date.safeParse(written).data;
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
