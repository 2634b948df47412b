import type { Inventory } from '../../inventory/inventory';
import type { FieldPath } from '../../manifest/manifest';
import type { HttpRoute, VirtualService } from '../../views/virtual-service';

/** A rule that leaves what happens to another VirtualService. */
export interface Delegation {
  readonly route: VirtualService;
  readonly rule: HttpRoute;
  /** `spec.http[0]` */
  readonly path: FieldPath;
  /** Of the delegate. */
  readonly namespace: string;
  /** Of the delegate. */
  readonly name: string;
  /** Nothing if there is no such VirtualService. */
  readonly delegate: VirtualService | undefined;
}

/** Every rule that delegates. @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#Delegate */
export function* delegationsIn(inventory: Inventory): Generator<Delegation> {
  for (const route of inventory.virtualServices) {
    for (const [index, rule] of route.spec.http.entries()) {
      if (rule.delegate !== undefined) {
        const { name = '', namespace = route.manifest.namespace } = rule.delegate;
        const delegate = inventory.virtualServiceOf(namespace, name);
        yield { route, rule, path: ['spec', 'http', index], namespace, name, delegate };
      }
    }
  }
}
