import { keyOf, type Manifest } from '../manifest/manifest';
import { stateOf, type Step, type Wave } from './step';
import { placeOf } from './waves';

/**
 * The order of `kubectl delete -f`, which is that of the files: one object after the other, and with a namespace all that is
 * left in it, in whatever order.
 * @param order objects as the files name them
 * @param manifests the same objects, whole; what the files do not name stays
 */
export function writtenRemoval(order: readonly Manifest[], manifests: readonly Manifest[]): Wave[] {
  const left = new Map(stateOf(manifests));
  return order.flatMap((named) => {
    const gone = [...left].filter(([key, one]) => key === keyOf(named) || isInside(one, named));
    gone.forEach(([key]) => left.delete(key));
    const steps = gone.map(([, manifest]): Step => ({ action: 'delete', manifest }));
    const wave = {
      get name() {
        return `removal of ${placeOf(named)}`;
      },
      steps,
    };
    return steps.length === 0 ? [] : [wave];
  });
}

function isInside({ namespace }: Manifest, { kind, name }: Manifest): boolean {
  return kind === 'Namespace' && namespace === name;
}
