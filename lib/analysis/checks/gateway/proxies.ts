import { isAssumed } from '../../inventory/assumed';
import type { Inventory } from '../../inventory/inventory';
import { gatewaysOf } from '../../routing/gateway-servers';
import { isGatewayPod, type Workload } from '../../views/workload';

/**
 * Whether pods of the mesh are proxies of their own, and stand before nobody's application: the Gateways that configure them may be
 * among the files or not. Those that are taken for granted are nothing else.
 */
export function isGatewayProxy(inventory: Inventory, workload: Workload): boolean {
  return isAssumed(workload.manifest) || isGatewayPod(workload) || gatewaysOf(inventory, workload).length > 0;
}
