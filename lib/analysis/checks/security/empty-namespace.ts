import type { Inventory } from '../../inventory/inventory';
import { isAssumed } from '../../inventory/assumed';
import { isTargeted } from '../../authorization/attachment';
import type { Manifest } from '../../manifest/manifest';
import type { Check } from '../check';

/**
 * istioctl also looks at namespaces that no file declares, where nobody knows what they hold. Where a Service or something of an
 * operator is, pods come from elsewhere.
 */
export const emptyNamespace: Check = {
  code: 'IST0127',
  level: 'warning',
  title: 'Every policy for a whole namespace has pods there',
  reason: 'A policy holds for the pods of its own namespace alone: where there are none it protects nothing.',
  remedy: 'write the policy into the namespace of the pods, or into the root namespace for the whole mesh',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0127/',
  *find(inventory) {
    const inhabited = inhabitedNamespaces(inventory);
    for (const policy of [...inventory.authorizationPolicies, ...inventory.requestAuthentications]) {
      const { manifest, spec } = policy;
      const { namespace } = manifest;
      const isForAll = Object.keys(spec.selector?.matchLabels ?? {}).length === 0 && !isTargeted(policy);
      const declared = inventory.named('', 'Namespace', '', namespace);
      const isDeclared = declared !== undefined && !isAssumed(declared);
      if (isForAll && isDeclared && namespace !== inventory.mesh.rootNamespace && !inhabited.has(namespace)) {
        yield { manifest, path: ['spec'], message: `namespace ${namespace} has no pods` };
      }
    }
  },
};

/** Kinds that stand for no pods. */
function isOfNobody({ group, kind }: Manifest): boolean {
  return /(^|\.)istio\.io$/.test(group) || quiet.includes(kind);
}

const quiet: readonly string[] = [
  ...['Namespace', 'ConfigMap', 'Secret', 'ServiceAccount', 'Role', 'RoleBinding', 'NetworkPolicy', 'ResourceQuota'],
  ...['LimitRange', 'PersistentVolumeClaim', 'ReferenceGrant'],
];

/** Where something is that pods are of, may be of, or may come from; what registers machines stands for them. */
function inhabitedNamespaces({ manifests }: Inventory): ReadonlySet<string> {
  const machines = ['WorkloadEntry', 'WorkloadGroup'];
  const telling = manifests.filter((manifest) => machines.includes(manifest.kind) || !isOfNobody(manifest));
  return new Set(telling.map(({ namespace }) => namespace));
}
