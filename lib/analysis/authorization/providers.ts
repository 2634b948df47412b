import type { Inventory } from '../inventory/inventory';
import { hasIstiodFeature } from '../inventory/istiod-feature';
import { namesOf } from '../manifest/manifest';
import type { AuthorizationPolicy } from '../views/authorization-policy';

/** A CUSTOM policy, and whether its provider can be asked. */
interface Asking {
  readonly policy: AuthorizationPolicy;
  /** Why not, if not: then what its rules match is refused. */
  readonly fault?: string | undefined;
  /** Whether it is asked of connections of TCP too. */
  readonly isForTcp: boolean;
}

/** Whether a workload may ask several providers. */
export function maySeveralBeAsked(inventory: Inventory): boolean {
  return hasIstiodFeature(inventory, 'PILOT_ENABLE_MULTIPLE_CUSTOM_AUTHZ_PROVIDERS');
}

/**
 * Whom the CUSTOM policies of one workload ask. Istio lets a workload have one provider, unless istiod is told otherwise, and
 * refuses what rules match that ask one that the mesh configuration lacks.
 * @see https://istio.io/latest/docs/tasks/security/authorization/authz-custom/
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/security/authz/builder/builder.go
 */
export function askedProviders(inventory: Inventory, policies: readonly AuthorizationPolicy[]): Asking[] {
  const { authorizationProviders } = inventory.mesh;
  const names = new Set(policies.map(providerOf));
  const isCrowd = names.size > 1 && !maySeveralBeAsked(inventory);
  const crowd = `${namesOf(policies.map(({ manifest }) => manifest))} ask ${names.size} providers, and a workload may have one`;
  return policies.map((policy): Asking => {
    const name = providerOf(policy);
    const provider = authorizationProviders?.get(name);
    const isMissing = authorizationProviders !== undefined && provider === undefined;
    const fault = isCrowd ? crowd : isMissing ? `the mesh configuration has no provider ${name}` : undefined;
    return { policy, fault, isForTcp: fault !== undefined || provider?.isForTcp !== false };
  });
}

function providerOf({ spec: { provider } }: AuthorizationPolicy): string {
  return provider?.name ?? '(none)';
}
