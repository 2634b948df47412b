import type { Inventory } from '../inventory/inventory';
import { indexBy } from '../inventory/index-by';
import { actionOf, type AuthorizationPolicy } from '../views/authorization-policy';
import type { Workload } from '../views/workload';
import { AttachedPolicies } from './attachment';
import { rulesOf } from './compile';
import { askedProviders } from './providers';
import type { CompiledRule } from './compiled-rule';

/** A policy that applies to a workload, and its rules there. */
export interface AppliedPolicy {
  readonly policy: AuthorizationPolicy;
  readonly rules: readonly CompiledRule[];
  /** Why nobody can be asked what its rules match, so that it is refused. @default - it can, or the policy asks nobody */
  readonly fault?: string | undefined;
}

/** What applies to one port of a workload, by action. */
export interface AppliedPolicies {
  readonly custom: readonly AppliedPolicy[];
  readonly deny: readonly AppliedPolicy[];
  readonly allow: readonly AppliedPolicy[];
}

/**
 * Finds the policies that a workload enforces. AUDIT policies decide nothing, and those on a dry run
 * neither.
 * @see https://istio.io/latest/docs/tasks/security/authorization/authz-dry-run/
 */
export class AuthorizationPolicies {
  private readonly policies: AttachedPolicies<AuthorizationPolicy>;
  private readonly found = new Map<Workload, Readonly<Record<'http' | 'tcp', AppliedPolicies>>>();

  constructor(private readonly inventory: Inventory) {
    this.policies = new AttachedPolicies(inventory, inventory.authorizationPolicies);
  }

  of(workload: Workload, isTcp: boolean): AppliedPolicies {
    const applied = this.found.get(workload) ?? this.appliedTo(workload);
    this.found.set(workload, applied);
    return isTcp ? applied.tcp : applied.http;
  }

  enforcedOn(workload: Workload): AuthorizationPolicy[] {
    return this.policies.of(workload).filter((policy) => !isOnDryRun(policy));
  }

  private appliedTo(workload: Workload): Record<'http' | 'tcp', AppliedPolicies> {
    const byAction = indexBy(this.enforcedOn(workload), actionOf);
    const compiled = (action: string, isTcp: boolean) =>
      (byAction.get(action) ?? []).map((policy) => ({ policy, rules: rulesOf(policy, isTcp) }));
    const askable = askedProviders(this.inventory, byAction.get('CUSTOM') ?? []);
    const applied = (isTcp: boolean): AppliedPolicies => ({
      custom: askable
        .filter(({ isForTcp }) => isForTcp || !isTcp)
        .map(({ policy, fault }) => ({ policy, fault, rules: rulesOf(policy, isTcp) })),
      deny: compiled('DENY', isTcp),
      allow: compiled('ALLOW', isTcp),
    });
    return { http: applied(false), tcp: applied(true) };
  }
}

function isOnDryRun({ manifest }: AuthorizationPolicy): boolean {
  return /^(1|t|true)$/i.test(manifest.annotations['istio.io/dry-run'] ?? '');
}
