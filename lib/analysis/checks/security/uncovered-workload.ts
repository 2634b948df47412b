import type { Inventory } from '../../inventory/inventory';
import { AttachedPolicies, isTargeted } from '../../authorization/attachment';
import { actionOf } from '../../views/authorization-policy';
import type { Workload } from '../../views/workload';
import type { Check } from '../check';

/**
 * Kiali reports every workload without a policy. Here it is one that others can call, in a namespace
 * that lists callers for some workloads, gateways aside: the one that was forgotten.
 */
export const uncoveredWorkload: Check = {
  code: 'KIA1301',
  level: 'warning',
  title: 'Where callers are listed for some workloads, they are for all',
  reason: 'A workload that no policy covers takes requests from everybody in the mesh.',
  remedy: 'add an ALLOW policy for the workload, or one without rules and selector to deny all that nobody allows',
  link: 'https://istio.io/latest/docs/ops/best-practices/security/#authorization-policies',
  *find(inventory) {
    const policies = new AttachedPolicies(inventory, inventory.authorizationPolicies);
    const gateways = gatewayPods(inventory);
    for (const namespace of listingNamespaces(inventory)) {
      for (const workload of inventory.pods.in(namespace)) {
        const isCalled = inventory.servicesOf(workload).length > 0 && inventory.isMeshed(workload);
        if (isCalled && policies.of(workload).length === 0 && !gateways.has(workload)) {
          const message = `no AuthorizationPolicy selects it, and others of namespace ${namespace} have one`;
          yield { manifest: workload.manifest, path: [...workload.podPath, 'metadata', 'labels'], message };
        }
      }
    }
  },
};

/** Namespaces with an ALLOW policy; one that is bound by name may cover more than labels tell. */
function listingNamespaces({ authorizationPolicies }: Inventory): ReadonlySet<string> {
  const listing = authorizationPolicies.filter((policy) => actionOf(policy) === 'ALLOW');
  const targeting = new Set(authorizationPolicies.filter(isTargeted).map(({ manifest }) => manifest.namespace));
  const namespaces = listing.map(({ manifest }) => manifest.namespace);
  return new Set(namespaces.filter((namespace) => !targeting.has(namespace)));
}

function gatewayPods({ gateways, pods }: Inventory): ReadonlySet<Workload> {
  const selectors = new Map(gateways.map(({ spec }) => [JSON.stringify(spec.selector), spec.selector]));
  return new Set([...selectors.values()].flatMap((selector) => pods.selected(selector)));
}
