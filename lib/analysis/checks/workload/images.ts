import type { FieldPath } from '../../manifest/manifest';
import type { Inventory } from '../../inventory/inventory';
import type { Workload } from '../../views/workload';

/** The image of a container of some pods. */
export interface UsedImage {
  readonly workload: Workload;
  readonly image: string;
  readonly path: FieldPath;
}

/**
 * Every image that pods name. `auto` is none: the injector puts the proxy's own in its place, as a builder does with what it builds
 * (`ko://` and a package).
 * @see https://istio.io/latest/docs/setup/additional-setup/gateway/#deploying-a-gateway
 */
export function* imagesOf({ workloads }: Inventory): Generator<UsedImage> {
  for (const workload of workloads) {
    for (const list of ['initContainers', 'containers'] as const) {
      for (const [index, { image = '' }] of workload[list].entries()) {
        if (image !== '' && image !== 'auto' && !image.includes('://')) {
          yield { workload, image, path: [...workload.podPath, 'spec', list, index, 'image'] };
        }
      }
    }
  }
}
