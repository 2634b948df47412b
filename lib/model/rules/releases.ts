import type { Mesh } from '../mesh';
import type { Problem } from '../problem';
import { releasesOf } from '../service';

/** Releases can be told apart, and have pods. */
export function releases(mesh: Mesh): Problem[] {
  return mesh.services.flatMap((service) => {
    const path = ['services', service.name];
    const problems: Problem[] = [];
    if (service.canary !== undefined && service.ports.some(({ protocol }) => protocol === 'tcp')) {
      const rule = 'a service that speaks tcp has one release: its connections carry nothing to route by';
      problems.push({ path: [...path, 'canary'], value: 'tcp', rule, remedy: 'remove the canary' });
    }
    for (const release of releasesOf(service)) {
      const at = [...path, release.name];
      if (!Number.isInteger(release.replicas) || release.replicas < 1) {
        const rule = 'a release has at least one replica: a pin may select it at any time';
        problems.push({ path: [...at, 'replicas'], value: release.replicas, rule, remedy: 'use 2' });
      }
    }
    return problems;
  });
}
