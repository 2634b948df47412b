import { item, text } from '../../manifest/lenient';
import type { Inventory } from '../../inventory/inventory';
import type { FieldPath } from '../../manifest/manifest';
import type { EnvoyFilter } from '../../views/envoy-filter';

/** One patch of an EnvoyFilter. */
export interface Patch {
  readonly filter: EnvoyFilter;
  readonly applyTo: string;
  readonly operation: string;
  /** The name of what is put in. */
  readonly name: string | undefined;
  readonly isForVersion: boolean;
  readonly path: FieldPath;
}

const named = item({ name: text });

/** All patches that say what they do. */
export function patchesOf({ envoyFilters }: Inventory): Patch[] {
  return envoyFilters.flatMap((filter) =>
    filter.spec.configPatches.map(({ applyTo = '', match, patch }, index) => ({
      filter,
      applyTo,
      operation: patch?.operation ?? '',
      name: named.parse(patch?.value).name,
      isForVersion: (match?.proxy?.proxyVersion ?? '') !== '',
      path: ['spec', 'configPatches', index],
    })),
  );
}

const routeParts: readonly string[] = ['ROUTE_CONFIGURATION', 'HTTP_ROUTE'];
const replaceable: readonly string[] = ['', 'HTTP_FILTER', 'NETWORK_FILTER', 'LISTENER_FILTER', 'VIRTUAL_HOST'];

/**
 * Whether Istio does not apply an operation to what it is meant for.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-Patch-Operation
 */
export function isIgnored({ operation, applyTo }: Patch): boolean {
  return operation === 'REPLACE'
    ? !replaceable.includes(applyTo)
    : ['ADD', 'REMOVE'].includes(operation) && routeParts.includes(applyTo);
}
