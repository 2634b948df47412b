import { liveSplit } from '../../lib/canary/live-split';
import type { Manifest } from '../../lib/analysis/manifest/manifest';
import type { LocatedProblem } from '../../lib/input/source';
import type { Lab } from '../read/read-lab';

/**
 * Routes that were rendered before `traffic.yaml` said what it says now: applied, they would take a promotion back, or give
 * back what was rolled back.
 */
export function staleRoutes({ mesh }: Pick<Lab, 'mesh'>, manifests: readonly Manifest[]): LocatedProblem[] {
  return mesh.services
    .filter(({ canary }) => canary !== undefined)
    .flatMap(({ name, namespace }) => {
      const route = manifests.find(
        (one) => one.kind === 'VirtualService' && one.namespace === namespace && one.name === `${name}-vs`,
      );
      const wanted = mesh.traffic.splits.get(name) ?? 0;
      const rendered = route && liveSplit(route.content);
      if (route === undefined || rendered === wanted) {
        return [];
      }
      const rule = `the rendered split of ${name} is that of the traffic file: ${wanted}`;
      return [
        {
          file: route.origin.document.file.name,
          path: ['spec', 'http'],
          value: rendered,
          rule,
          remedy: 'render first: `npm start`',
        },
      ];
    });
}
