import { isAssumed } from '../../inventory/assumed';
import { saysNothing } from '../../inventory/injection';
import type { Inventory } from '../../inventory/inventory';
import { configurationOf } from '../../routing/configuration';
import { dataplaneMode } from '../../views/dataplane';
import type { Workload } from '../../views/workload';
import { isForMesh } from '../../views/virtual-service';
import type { Check } from '../check';

/**
 * istioctl reports every namespace without a label. Many are none of the mesh's business: reported
 * here are those where somebody wrote what only sidecars do, and pods that say nothing themselves.
 */
export const uninjectedNamespace: Check = {
  code: 'IST0102',
  level: 'warning',
  title: 'A namespace with rules for sidecars gives its pods sidecars',
  reason: 'Without a sidecar, mutual TLS, authorization and egress scopes hold for nobody.',
  remedy: 'label the namespace istio-injection=enabled, or =disabled if its pods shall stay outside',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0102/',
  *find(inventory) {
    const ruled = namespacesWithRules(inventory);
    for (const manifest of inventory.ofKind('', 'Namespace')) {
      const { name, labels } = manifest;
      const isSilent = saysNothing(labels) && !inventory.injectsByDefault;
      const pods = inventory.pods.in(name).filter((one) => !isAssumed(one.manifest) && isUndecided(one));
      if (isSilent && pods.length > 0 && ruled.has(name) && name !== inventory.mesh.rootNamespace) {
        const message = `the namespace has no label of injection, so ${pods[0]?.name ?? ''} gets no sidecar`;
        yield { manifest, path: ['metadata', 'labels'], message };
      }
    }
  },
};

function namespacesWithRules(inventory: Inventory): ReadonlySet<string> {
  const { sidecars, peerAuthentications, authorizationPolicies, destinationRules } = inventory;
  const policies = authorizationPolicies.filter(({ spec }) => (spec.targetRef ?? spec.targetRefs[0]) === undefined);
  const routes = configurationOf(inventory).routes.filter(isForMesh);
  const ruled = [...sidecars, ...peerAuthentications, ...policies, ...destinationRules, ...routes];
  return new Set(ruled.map(({ manifest }) => manifest.namespace));
}

function isUndecided({ labels, annotations, isOnHostNetwork }: Workload): boolean {
  const keys = ['sidecar.istio.io/inject', 'istio.io/rev', dataplaneMode];
  return !isOnHostNetwork && keys.every((key) => !(key in labels) && !(key in annotations));
}
