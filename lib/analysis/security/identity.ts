import type { Inventory } from '../inventory/inventory';
import { matchesText } from './text-match';

/** The identity of a workload without its trust domain: `ns/shop/sa/web`. */
export type Identity = `ns/${string}/sa/${string}`;

export function identityOf(namespace: string, serviceAccount: string): Identity {
  return `ns/${namespace}/sa/${serviceAccount}`;
}

/** Trust domains that a principal can name: `cluster.local` always stands for the mesh's own. */
export function trustDomainsOf({ mesh }: Inventory): readonly string[] {
  return [...new Set(['cluster.local', mesh.trustDomain, ...mesh.trustDomainAliases])];
}

/**
 * Whether a pattern of principals stands for an identity of the mesh.
 * @see https://istio.io/latest/docs/tasks/security/authorization/authz-td-migration/
 */
export function principalMatches(pattern: string, identity: Identity, trustDomains: readonly string[]): boolean {
  return trustDomains.some((domain) => matchesText(pattern, `${domain}/${identity}`));
}

/** The trust domain that a principal names in full, if it does. */
export function trustDomainNamed(principal: string): string | undefined {
  const [, domain] = /^([^/*:]+)\/ns\//.exec(principal) ?? [];
  return domain;
}

/**
 * Every identity that something can have: each account that is declared or that a workload uses,
 * the accounts that Istio makes for gateways and waypoints, and the account `default` that
 * Kubernetes gives every namespace. Whether the account of a workload exists is not for policies
 * to say.
 */
export function identitiesOf(inventory: Inventory): ReadonlySet<Identity> {
  return new Set([
    ...[...inventory.namespaces.keys()].map((namespace) => identityOf(namespace, 'default')),
    ...inventory.ofKind('', 'ServiceAccount').map(({ namespace, name }) => identityOf(namespace, name)),
    ...inventory.workloads.map(({ namespace, serviceAccount }) => identityOf(namespace, serviceAccount)),
    ...inventory.kubernetesGateways.flatMap(({ manifest: { namespace, name }, spec }) => [
      identityOf(namespace, `${name}-${spec.gatewayClassName ?? ''}`),
      identityOf(namespace, name),
    ]),
    ...inventory.workloadEntries.map(({ manifest, spec }) =>
      identityOf(manifest.namespace, spec.serviceAccount ?? 'default'),
    ),
    ...inventory.workloadGroups.map(({ manifest, spec }) =>
      identityOf(manifest.namespace, spec.template?.serviceAccount ?? 'default'),
    ),
  ]);
}
