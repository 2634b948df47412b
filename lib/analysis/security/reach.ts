import type { Inventory } from '../inventory/inventory';
import type { Labels, Manifest } from '../inventory/manifest';
import type { AuthorizationPolicy } from '../views/authorization-policy';
import type { Workload } from '../views/workload';

/** What has the selector or the targets of a policy. */
interface Policy {
  readonly manifest: Manifest;
  readonly spec: {
    readonly selector?: { readonly matchLabels: Labels } | undefined;
    readonly targetRef?: object | undefined;
    readonly targetRefs: readonly object[];
  };
}

/** Whether a policy binds to gateways and Services by name, and so to no pods by their labels. */
export function isTargeted({ spec }: Policy): boolean {
  return spec.targetRef !== undefined || spec.targetRefs.length > 0;
}

/**
 * The workloads that a policy of authorization or of request authentication applies to by labels:
 * those of its namespace; of all namespaces if it lives in the root namespace.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#AuthorizationPolicy
 */
export function workloadsUnder(inventory: Inventory, policy: Policy): readonly Workload[] {
  const labels = policy.spec.selector?.matchLabels ?? {};
  const { namespace } = policy.manifest;
  const isEverywhere = namespace === inventory.mesh.rootNamespace;
  return isTargeted(policy) ? [] : inventory.pods.selected(labels, isEverywhere ? undefined : namespace);
}

/** The policies of authorization that apply to each workload. */
export function authorizationOf(inventory: Inventory): ReadonlyMap<Workload, readonly AuthorizationPolicy[]> {
  const found = new Map<Workload, AuthorizationPolicy[]>();
  for (const policy of inventory.authorizationPolicies) {
    for (const workload of workloadsUnder(inventory, policy)) {
      const group = found.get(workload);
      if (group === undefined) {
        found.set(workload, [policy]);
      } else {
        group.push(policy);
      }
    }
  }
  return found;
}

/** What a policy does with requests that its rules match; ALLOW is the default. */
export function actionOf({ spec }: AuthorizationPolicy): string {
  return spec.action ?? 'ALLOW';
}
