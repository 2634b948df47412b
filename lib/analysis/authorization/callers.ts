import type { Inventory } from '../inventory/inventory';
import type { AuthorizationPolicy } from '../views/authorization-policy';
import type { Workload } from '../views/workload';
import { rulesOf } from './compile';
import { identityOf } from './identity';
import { remainderOf } from './compiled-rule';

/**
 * Whether some request of a caller to a port can match a rule of a policy: hosts, paths, methods,
 * addresses and tokens are the request's business and taken to fit.
 * @param port of the callee's pods; any if it is not known
 */
export function canMatch(
  { mesh }: Inventory,
  policy: AuthorizationPolicy,
  { namespace, serviceAccount }: Workload,
  port: number | undefined,
): boolean {
  const connection = { identity: identityOf(mesh, namespace, serviceAccount), port, readsTokens: true };
  return rulesOf(policy, false).some((rule) => remainderOf(rule, connection) !== undefined);
}
