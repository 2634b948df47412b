import { workloadsUnder } from '../../authorization/attachment';
import { isAmbient } from '../../inventory/ambient';
import type { Inventory } from '../../inventory/inventory';
import {
  actionOf,
  type AuthorizationOperation,
  type AuthorizationPolicy,
  type AuthorizationRule,
} from '../../views/authorization-policy';
import type { Check } from '../check';

/** What istiod and `istioctl analyze` warn of when such a policy is applied. */
export const portlessDeny: Check = {
  code: 'LAB078',
  aliases: ['IST0133'],
  level: 'warning',
  title: 'A rule that denies by attributes of HTTP names its ports',
  reason:
    'On a port of plain TCP there is no method, path, host or token: a DENY rule loses them there and denies every connection that the rest of it matches.',
  remedy: 'list the ports of the pods that speak HTTP in `ports`',
  link: 'https://istio.io/latest/docs/reference/config/security/authorization-policy/#Rule',
  *find(inventory) {
    const denying = inventory.authorizationPolicies.filter((one) => actionOf(one) === 'DENY');
    for (const policy of denying.filter((one) => !isForAmbientAlone(inventory, one))) {
      for (const [number, rule] of policy.spec.rules.entries()) {
        const path = ['spec', 'rules', number];
        const message = 'it denies by attributes of HTTP, and for all ports';
        if (rule.to.length === 0 && asksForToken(rule) && !namesPort(rule)) {
          yield { manifest: policy.manifest, path, message };
        }
        for (const [index, { operation }] of rule.to.entries()) {
          if ((asksForHttp(operation) || asksForToken(rule)) && !namesPort(rule, operation)) {
            yield { manifest: policy.manifest, path: [...path, 'to', index, 'operation'], message };
          }
        }
      }
    }
  },
};

/** ztunnel, which leaves out the rest, denies nothing for it. */
function isForAmbientAlone(inventory: Inventory, policy: AuthorizationPolicy): boolean {
  const workloads = workloadsUnder(inventory, policy);
  return workloads.length > 0 && workloads.every((workload) => isAmbient(inventory, workload));
}

const ofHttp = ['hosts', 'notHosts', 'methods', 'notMethods', 'paths', 'notPaths'] as const;

function asksForHttp(operation: AuthorizationOperation | undefined): boolean {
  return ofHttp.some((field) => (operation?.[field] ?? []).length > 0);
}

/** Or for a header: whatever only a request has, outside of operations. */
function asksForToken({ from, when }: AuthorizationRule): boolean {
  return (
    when.some(({ key }) => key?.startsWith('request.')) ||
    from.some(
      ({ source }) => [...(source?.requestPrincipals ?? []), ...(source?.notRequestPrincipals ?? [])].length > 0,
    )
  );
}

function namesPort({ when }: AuthorizationRule, operation?: AuthorizationOperation): boolean {
  const ports = [...(operation?.ports ?? []), ...(operation?.notPorts ?? [])];
  return ports.length > 0 || when.some(({ key }) => key === 'destination.port');
}
