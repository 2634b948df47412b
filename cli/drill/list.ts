import type { Prediction } from '../../lib/drill/drill';
import { allDrills } from '../../lib/drill/table';
import { textTable } from '../table';

/** Every drill, for people and programs. */
export function drillList(): { readonly json: unknown; readonly text: string } {
  return {
    json: allDrills.map(({ name, breaks, prediction, fix }) => ({ name, breaks, prediction, fix })),
    text: textTable({
      head: ['drill', 'what it breaks', 'predicted by'],
      rows: allDrills.map(({ name, breaks, prediction }) => [name, breaks, predictorOf(prediction)]),
    }),
  };
}

function predictorOf(prediction: Prediction): string {
  return prediction.by === 'check' ? prediction.codes.join(' ') : prediction.by;
}
