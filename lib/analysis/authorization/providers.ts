import type { MeshConfig } from '../inventory/mesh-config';
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

/**
 * Whom the CUSTOM policies of one workload ask. Istio lets a workload have one provider, and refuses what rules match that ask
 * one that the mesh configuration lacks.
 * @see https://istio.io/latest/docs/tasks/security/authorization/authz-custom/
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/security/authz/builder/builder.go
 */
export function askedProviders(mesh: MeshConfig, policies: readonly AuthorizationPolicy[]): Asking[] {
  const names = new Set(policies.map(providerOf));
  const crowd = `${namesOf(policies.map(({ manifest }) => manifest))} ask ${names.size} providers, and a workload may have one`;
  return policies.map((policy): Asking => {
    const name = providerOf(policy);
    const provider = mesh.authorizationProviders?.get(name);
    const isMissing = mesh.authorizationProviders !== undefined && provider === undefined;
    const fault = names.size > 1 ? crowd : isMissing ? `the mesh configuration has no provider ${name}` : undefined;
    return { policy, fault, isForTcp: fault !== undefined || provider?.isForTcp !== false };
  });
}

function providerOf({ spec: { provider } }: AuthorizationPolicy): string {
  return provider?.name ?? '(none)';
}
