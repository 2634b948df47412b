import type { Inventory } from '../inventory/inventory';
import type { Footprint } from './footprint/footprints';

/** Something that has to hold all the time. */
export interface Question {
  /** The objects that the answer depends on. */
  readonly footprint: Footprint;
  /** What does not hold, in words. Objects outside of the footprint change nothing, and need not be there. */
  readonly brokenIn: (inventory: Inventory) => readonly string[];
}
