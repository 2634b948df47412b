import type { Inventory } from '../inventory/inventory';
import { indexBy } from '../inventory/index-by';
import { SelectorIndex } from '../inventory/selector-index';
import type { AuthorizationPolicy } from '../views/authorization-policy';
import type { Workload } from '../views/workload';
import { actionOf, rulesOf } from './compile';
import type { Rule } from './rule';

/** A policy that applies to a workload, and its rules there. */
export interface AppliedPolicy {
  readonly policy: AuthorizationPolicy;
  readonly rules: readonly Rule[];
}

/** What applies to one port of a workload, by action. */
export interface AppliedPolicies {
  readonly custom: readonly AppliedPolicy[];
  readonly deny: readonly AppliedPolicy[];
  readonly allow: readonly AppliedPolicy[];
}

/**
 * Finds the policies of a workload: those of its own namespace and of the mesh's root namespace,
 * which reach every namespace, as far as they select it. A policy for a target by name is of no
 * concern to a sidecar. AUDIT policies decide nothing, and those on a dry run neither.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#AuthorizationPolicy
 * @see https://istio.io/latest/docs/tasks/security/authorization/authz-dry-run/
 * @see https://github.com/istio/istio/blob/master/pilot/pkg/model/policyattachment.go
 */
export class AuthorizationPolicies {
  private readonly policies: SelectorIndex<AuthorizationPolicy>;
  private readonly rootNamespace: string;
  private readonly found = new Map<Workload, Readonly<Record<'http' | 'tcp', AppliedPolicies>>>();

  constructor(inventory: Inventory) {
    this.rootNamespace = inventory.mesh.rootNamespace;
    this.policies = new SelectorIndex(inventory.authorizationPolicies, {
      namespaceOf: ({ manifest }) => manifest.namespace,
      selectorOf: ({ spec }) => spec.selector,
    });
  }

  of(workload: Workload, isTcp: boolean): AppliedPolicies {
    const applied = this.found.get(workload) ?? this.appliedTo(workload);
    this.found.set(workload, applied);
    return isTcp ? applied.tcp : applied.http;
  }

  private appliedTo(workload: Workload): Record<'http' | 'tcp', AppliedPolicies> {
    const { namespace, labels } = workload;
    const policies = [...new Set([this.rootNamespace, namespace])]
      .flatMap((owner) => this.policies.selecting(owner, labels))
      .filter((policy) => isFor(policy, workload) && !isOnDryRun(policy));
    const byAction = indexBy(policies, actionOf);
    const compiled = (action: string, isTcp: boolean) =>
      (byAction.get(action) ?? []).map((policy) => ({ policy, rules: rulesOf(policy, isTcp) }));
    const applied = (isTcp: boolean): AppliedPolicies => ({
      custom: compiled('CUSTOM', isTcp),
      deny: compiled('DENY', isTcp),
      allow: compiled('ALLOW', isTcp),
    });
    return { http: applied(false), tcp: applied(true) };
  }
}

/** A gateway of the Gateway API is found by its name. */
function isFor({ manifest, spec }: AuthorizationPolicy, { namespace, labels }: Workload): boolean {
  const targets = spec.targetRefs.length > 0 || spec.targetRef === undefined ? spec.targetRefs : [spec.targetRef];
  const gateway = labels['gateway.networking.k8s.io/gateway-name'];
  return (
    targets.length === 0 ||
    targets.some(
      ({ group, kind, name, namespace: named = namespace }) =>
        gateway !== undefined &&
        manifest.namespace === namespace &&
        named === namespace &&
        group === 'gateway.networking.k8s.io' &&
        kind === 'Gateway' &&
        name === gateway,
    )
  );
}

function isOnDryRun({ manifest }: AuthorizationPolicy): boolean {
  return /^(1|t|true)$/i.test(manifest.annotations['istio.io/dry-run'] ?? '');
}
