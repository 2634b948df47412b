import type { Inventory } from '../inventory/inventory';
import type { Manifest } from '../manifest/manifest';
import { SelectorIndex } from '../inventory/selector-index';
import type { LabelSelector, TargetReference } from '../views/selector';
import type { Workload } from '../views/workload';

/** A policy of authorization, of request authentication or of telemetry: it has a selector or targets. */
interface Policy {
  readonly manifest: Manifest;
  readonly spec: {
    readonly selector?: LabelSelector | undefined;
    readonly targetRef?: TargetReference | undefined;
    readonly targetRefs: readonly TargetReference[];
  };
}

/** Whether a policy binds to gateways and Services by name, and so to no pods by their labels. */
export function isTargeted(policy: Policy): boolean {
  return targetsOf(policy).length > 0;
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

/**
 * Finds the policies of a workload among those of one kind: of its own namespace and of the mesh's
 * root namespace, which reach every namespace, as far as they select it. One for a target by name is
 * of no concern to a sidecar.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#AuthorizationPolicy
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/policyattachment.go
 */
export class AttachedPolicies<P extends Policy> {
  private readonly policies: SelectorIndex<P>;
  private readonly rootNamespace: string;

  constructor(inventory: Inventory, policies: readonly P[]) {
    this.rootNamespace = inventory.mesh.rootNamespace;
    this.policies = new SelectorIndex(policies, {
      namespaceOf: ({ manifest }) => manifest.namespace,
      selectorOf: ({ spec }) => spec.selector,
    });
  }

  of(workload: Workload): P[] {
    const { namespace, labels } = workload;
    return [...new Set([this.rootNamespace, namespace])]
      .flatMap((owner) => this.policies.selecting(owner, labels))
      .filter((policy) => isFor(policy, workload));
  }
}

/** A gateway of the Gateway API is found by its name. */
function isFor(policy: Policy, { namespace, labels }: Workload): boolean {
  const targets = targetsOf(policy);
  const gateway = labels['gateway.networking.k8s.io/gateway-name'];
  return (
    targets.length === 0 ||
    targets.some(
      ({ group, kind, name, namespace: named = namespace }) =>
        gateway !== undefined &&
        policy.manifest.namespace === namespace &&
        named === namespace &&
        group === 'gateway.networking.k8s.io' &&
        kind === 'Gateway' &&
        name === gateway,
    )
  );
}

/** The older field counts where the list is empty. */
function targetsOf({ spec: { targetRef, targetRefs } }: Policy): readonly TargetReference[] {
  return targetRefs.length > 0 || targetRef === undefined ? targetRefs : [targetRef];
}
