import { indexBy } from '../inventory/index-by';
import type { Inventory } from '../inventory/inventory';
import type { Footprint, Footprints } from './footprint/footprints';

/** Something that has to hold all the time, or several such things that depend on the same objects. */
export interface Question {
  /** The objects that the answer depends on. */
  readonly footprint: Footprint;
  /** What does not hold, in words. Objects outside of the footprint change nothing, and need not be there. */
  readonly brokenIn: (inventory: Inventory) => readonly string[];
}

/** Of what questions are asked. */
export interface Asking {
  readonly start: Inventory;
  readonly end: Inventory;
  readonly footprints: Footprints;
  /** Whether any step is about objects of a footprint: no other answer changes. */
  readonly isConcerned: (footprint: Footprint) => boolean;
}

/** The same questions, but that those of one footprint are asked at once: what is there has to be read once for them. */
export function askedTogether(questions: readonly Question[]): Question[] {
  const groups = indexBy(questions, ({ footprint }) => [...footprint].sort().join());
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map(({ footprint }) => ({
      footprint,
      brokenIn: (inventory) => group.flatMap(({ brokenIn }) => brokenIn(inventory)),
    })),
  );
}
