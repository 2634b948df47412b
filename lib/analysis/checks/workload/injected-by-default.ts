import { isAssumed } from '../../inventory/assumed';
import { neverInjected, saysNothing } from '../../inventory/injection';
import type { Check } from '../check';

export const injectedByDefault: Check = {
  code: 'IST0148',
  level: 'info',
  title: 'No namespace gets sidecars without asking',
  reason: 'The injector is installed to take every namespace: what moves to another cluster loses its sidecars there.',
  remedy: 'label the namespace istio-injection=enabled, or =disabled if its pods shall stay outside',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0148/',
  *find(inventory) {
    const apart = [...neverInjected, inventory.mesh.rootNamespace];
    for (const manifest of inventory.injectsByDefault ? inventory.ofKind('', 'Namespace') : []) {
      if (saysNothing(manifest.labels) && !isAssumed(manifest) && !apart.includes(manifest.name)) {
        const message = 'the namespace has no label of injection, and enableNamespacesByDefault is true';
        yield { manifest, path: ['metadata', 'labels'], message };
      }
    }
  },
};
