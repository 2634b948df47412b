import type { Inventory } from '../analysis/inventory/inventory';
import { layerItems } from './layer-items';
import type { Live } from './plan';
import { isQuestion, type Item, type Question } from './question';
import { routingItems } from './routing-items';

/** The part of a verification that takes seconds: the entrance, each declared call, pins, and one refusal of each layer. */
export function quickItems(inventory: Inventory, live: Live): Item[] {
  const routing = routingItems(inventory, live, { certain: 5, split: 60 }).filter(isQuestion);
  const entrances = routing.filter(({ probe }) => probe === undefined);
  const own = entrances.filter(({ expected }) => expected.kind === 'shares');
  const [first] = own.length > 0 ? own : entrances;
  return [
    ...entrances.filter((one) => isSameEntrance(one, first)),
    ...routing.filter(({ probe }) => probe !== undefined),
    ...layerItems(inventory, live, 1),
  ];
}

function isSameEntrance({ ask: one }: Question, other: Question | undefined): boolean {
  return one.host === other?.ask.host && one.scheme === other.ask.scheme && one.port === other.ask.port;
}
