import Table from 'cli-table3';
import type { Prediction } from '../../lib/drill/drill';
import { allDrills } from '../../lib/drill/table';

/** Every drill, for people and programs. */
export function drillList(): { readonly json: unknown; readonly text: string } {
  const table = new Table({
    head: ['drill', 'what it breaks', 'predicted by'],
    colWidths: [29, 36, 11],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  table.push(...allDrills.map(({ name, breaks, prediction }) => [name, breaks, predictorOf(prediction)]));
  return {
    json: allDrills.map(({ name, breaks, prediction, fix }) => ({ name, breaks, prediction, fix })),
    text: table.toString(),
  };
}

function predictorOf(prediction: Prediction): string {
  return prediction.by === 'check' ? prediction.codes.join(' ') : prediction.by;
}
