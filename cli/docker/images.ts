import type { Mesh } from '../../lib/model/mesh';
import { releasesOf } from '../../lib/model/service';

/** The images that a mesh runs, each once. */
export function imagesOf({ services, jobs = [] }: Pick<Mesh, 'services' | 'jobs'>): string[] {
  return [...new Set([...services.flatMap(releasesOf), ...jobs].map(({ image }) => image))];
}
