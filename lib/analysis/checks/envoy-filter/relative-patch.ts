import type { Inventory } from '../../inventory/inventory';
import { indexBy } from '../../inventory/index-by';
import type { Check } from '../check';
import { mention } from '../mention';
import { isIgnored, type Patch, patchesOf } from './patches';

const relative: readonly string[] = ['INSERT_BEFORE', 'INSERT_AFTER', 'REPLACE', 'REMOVE'];
const remedy = 'set spec.priority, or use an operation that needs no neighbour: INSERT_FIRST, ADD';
const link = 'https://istio.io/latest/docs/reference/config/networking/envoy-filter/';

/** A patch whose name one for a single version of the proxy has too is the matter of IST0155. */
export const relativePatch: Check = {
  code: 'IST0151',
  level: 'info',
  title: 'An EnvoyFilter that refers to its neighbours has a priority',
  reason:
    'Filters without a priority apply by their age: a patch next to what a younger one adds finds nothing there yet.',
  remedy,
  link,
  *find(inventory) {
    const versioned = versionedNames(inventory);
    for (const patch of unorderedPatches(inventory)) {
      if (versionedTwin(patch, versioned) === undefined) {
        const message = `${patch.operation} depends on what is there, and no priority says when it applies`;
        yield { manifest: patch.filter.manifest, path: [...patch.path, 'patch', 'operation'], message };
      }
    }
  },
};

/** istioctl counts only patches that stand earlier, and takes all that have no name for one. */
export const relativePatchOfVersion: Check = {
  code: 'IST0155',
  level: 'warning',
  title: 'Of patches with one name for several versions of the proxy, those that refer to neighbours have a priority',
  reason: 'While proxies are upgraded, which of the patches applies first is up to their age.',
  remedy,
  link,
  *find(inventory) {
    const versioned = versionedNames(inventory);
    for (const patch of unorderedPatches(inventory)) {
      const twin = versionedTwin(patch, versioned);
      if (twin !== undefined) {
        const message = `${mention(twin.filter.manifest, twin.path)} has ${patch.name ?? ''} for one version of the proxy too, and no priority orders the two`;
        yield { manifest: patch.filter.manifest, path: [...patch.path, 'patch', 'operation'], message };
      }
    }
  },
};

/** What Istio ignores anyway is the matter of IST0152 and IST0154. */
function unorderedPatches(inventory: Inventory): Patch[] {
  return patchesOf(inventory).filter(
    (patch) => (patch.filter.spec.priority ?? 0) === 0 && relative.includes(patch.operation) && !isIgnored(patch),
  );
}

/** The patches for one version that each name has. */
function versionedNames(inventory: Inventory): ReadonlyMap<string, readonly Patch[]> {
  const patches = patchesOf(inventory).filter(({ name, isForVersion }) => name !== undefined && isForVersion);
  return indexBy(patches, ({ name = '' }) => name);
}

function versionedTwin({ filter, path, name = '' }: Patch, versioned: ReadonlyMap<string, readonly Patch[]>) {
  const own = JSON.stringify(path);
  return versioned.get(name)?.find((other) => other.filter !== filter || JSON.stringify(other.path) !== own);
}
