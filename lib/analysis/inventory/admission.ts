import type { Listener } from '../views/gateway-api';
import { selects } from '../views/selector';
import type { Inventory } from './inventory';
import type { Manifest } from '../manifest/manifest';

/** Whether a listener takes a route, by its kind and namespace. */
export function admits(
  inventory: Inventory,
  listener: Listener,
  owner: string,
  { kind, namespace }: Pick<Manifest, 'kind' | 'namespace'>,
): boolean {
  const kinds = listener.allowedRoutes?.kinds ?? [];
  const isKind = kinds.length === 0 || kinds.some((allowed) => allowed.kind === kind);
  return isKind && admitsNamespace(inventory, listener, owner, namespace);
}

/**
 * Whether a listener takes what is bound to it from a namespace; by default from its own alone.
 * Labels of a namespace that no file declares are unknown: a selector may find them.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#routenamespaces
 */
export function admitsNamespace(inventory: Inventory, listener: Listener, owner: string, namespace: string): boolean {
  const { from = 'Same', selector } = listener.allowedRoutes?.namespaces ?? {};
  switch (from) {
    case 'Same':
      return namespace === owner;
    case 'None':
      return false;
    case 'Selector': {
      const isDeclared = inventory.named('', 'Namespace', '', namespace) !== undefined;
      return !isDeclared || (selector !== undefined && selects(selector, inventory.namespaces.get(namespace) ?? {}));
    }
    default:
      return true;
  }
}
