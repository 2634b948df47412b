import type { Inventory } from '../inventory/inventory';
import type { MeshConfig } from '../inventory/mesh-config';

/** Who a certificate of the mesh says somebody is: `<trust domain>/ns/<namespace>/sa/<service account>`. */
export interface Identity {
  readonly trustDomain: string;
  /** Other names that rules may give the same trust domain. */
  readonly aliases: readonly string[];
  readonly namespace: string;
  readonly serviceAccount: string;
}

export function identityOf(mesh: MeshConfig, namespace: string, serviceAccount: string): Identity {
  const { trustDomain, trustDomainAliases } = mesh;
  return { trustDomain, aliases: trustDomainAliases, namespace, serviceAccount };
}

/** Trust domains that a principal can name: `cluster.local` always stands for the mesh's own. */
export function trustDomainsOf({ mesh }: Inventory): readonly string[] {
  return [...new Set(['cluster.local', mesh.trustDomain, ...mesh.trustDomainAliases])];
}

/** The trust domain that a principal names in full, if it does. */
export function trustDomainNamed(principal: string): string | undefined {
  const [, domain] = /^([^/*:]+)\/ns\//.exec(principal) ?? [];
  return domain;
}

/**
 * Every identity that something can have, by `namespace/account`: each account that is declared or
 * that a workload uses, the accounts that Istio makes for gateways and waypoints, and the account
 * `default` that Kubernetes gives every namespace. Whether the account of a workload exists is not
 * for policies to say.
 */
export function identitiesOf(inventory: Inventory): ReadonlyMap<string, Identity> {
  const accounts: (readonly [namespace: string, account: string])[] = [
    ...[...inventory.namespaces.keys()].map((namespace) => [namespace, 'default'] as const),
    ...inventory.ofKind('', 'ServiceAccount').map(({ namespace, name }) => [namespace, name] as const),
    ...inventory.workloads.map(({ namespace, serviceAccount }) => [namespace, serviceAccount] as const),
    ...inventory.kubernetesGateways.flatMap(({ manifest: { namespace, name }, spec }) => [
      [namespace, `${name}-${spec.gatewayClassName ?? ''}`] as const,
      [namespace, name] as const,
    ]),
    ...inventory.workloadEntries.map(
      ({ manifest, spec }) => [manifest.namespace, spec.serviceAccount ?? 'default'] as const,
    ),
    ...inventory.workloadGroups.map(
      ({ manifest, spec }) => [manifest.namespace, spec.template?.serviceAccount ?? 'default'] as const,
    ),
  ];
  return new Map(
    accounts.map(([namespace, name]) => [`${namespace}/${name}`, identityOf(inventory.mesh, namespace, name)]),
  );
}
