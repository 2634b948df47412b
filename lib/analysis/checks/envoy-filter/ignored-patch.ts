import type { Hit } from '../../finding';
import type { Inventory } from '../../inventory/inventory';
import type { Check } from '../check';
import { isIgnored, patchesOf } from './patches';

const link = 'https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-Patch-Operation';

/** Istio applies it to listener filters and virtual hosts too, which its documentation leaves out. */
export const ignoredReplace: Check = {
  code: 'IST0152',
  level: 'error',
  title: 'REPLACE is for filters and virtual hosts',
  reason: 'Istio does not apply the operation to anything else: the patch changes nothing.',
  remedy: 'use MERGE, or REMOVE and ADD',
  link,
  find: (inventory) => ignored(inventory, 'REPLACE'),
};

export const ignoredAdd: Check = {
  code: 'IST0153',
  level: 'error',
  title: 'ADD is not for routes',
  reason: 'Its documentation says that it is ignored for routes and their configurations.',
  remedy: 'use MERGE for a route configuration, and INSERT_FIRST for a route',
  link,
  find: (inventory) => ignored(inventory, 'ADD'),
};

export const ignoredRemove: Check = {
  code: 'IST0154',
  level: 'error',
  title: 'REMOVE is not for routes',
  reason: 'Its documentation says that it is ignored for routes and their configurations.',
  remedy: 'take the route out of the VirtualService that makes it',
  link,
  find: (inventory) => ignored(inventory, 'REMOVE'),
};

function ignored(inventory: Inventory, operation: string): Hit[] {
  return patchesOf(inventory)
    .filter((patch) => patch.operation === operation && isIgnored(patch))
    .map(({ filter, applyTo, path }) => ({
      manifest: filter.manifest,
      path: [...path, 'patch', 'operation'],
      message: `${operation} is ignored for ${applyTo}`,
    }));
}
