import type { Check } from '../check';
import { isSelective } from '../../views/sidecar';

export const rootSelector: Check = {
  code: 'KIA1006',
  level: 'warning',
  title: 'A Sidecar of the root namespace has no workloadSelector',
  reason: 'It is meant for the whole mesh; with a selector it scopes pods of the root namespace alone.',
  remedy: 'remove the selector, or move the Sidecar to the namespace of the pods',
  link: 'https://istio.io/latest/docs/reference/config/networking/sidecar/',
  *find({ sidecars, mesh }) {
    for (const sidecar of sidecars.filter(({ manifest }) => manifest.namespace === mesh.rootNamespace)) {
      if (isSelective(sidecar)) {
        const message = `${mesh.rootNamespace} is the root namespace, and the selector finds no pods outside of it`;
        yield { manifest: sidecar.manifest, path: ['spec', 'workloadSelector'], message };
      }
    }
  },
};
