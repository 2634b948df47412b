import type { Hit, Level } from '../finding';
import type { Inventory } from '../inventory/inventory';

/** What a check guards, in words: its page and its findings say it. */
export interface CheckDescription {
  /** The code of Istio's analysis (IST) or of Kiali (KIA) where one of them looks for the same; else LAB. */
  readonly code: string;
  /** What other tools call the same. */
  readonly aliases?: readonly string[];
  readonly level: Level;
  /** What holds where nothing is found, in a sentence of a few words. */
  readonly title: string;
  /** What goes wrong where it does not hold. */
  readonly reason: string;
  readonly remedy: string;
  /** Where it comes from: a page of documentation or a source file. */
  readonly link: string;
}

/** The search for what breaks it, beside the words. */
export interface Check extends CheckDescription {
  /**
   * Every breach. Looks things up in indexes; never compares every object with every other.
   * @param now when it is looked for, as `2026-01-31T23:59:59Z`. @default - what depends on it is not looked for
   */
  readonly find: (inventory: Inventory, now?: string) => Iterable<Hit>;
}
