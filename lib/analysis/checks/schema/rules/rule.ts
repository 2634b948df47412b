import type { Hit } from '../../../finding';
import type { Inventory } from '../../../inventory/inventory';

/**
 * One thing that istiod's admission webhook asks for and no schema says.
 * @see https://github.com/istio/istio/blob/release-1.30/pkg/config/validation/validation.go
 */
export type SchemaRule = (inventory: Inventory) => Iterable<Hit>;
