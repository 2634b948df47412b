import type { Hit, Level } from '../finding';
import type { Inventory } from '../inventory/inventory';

/** A rule that rendered objects keep, in words. */
export interface Rule {
  /** The code of Istio's analysis (IST) or of Kiali (KIA) where one of them has the rule; else LAB. */
  readonly code: string;
  /** What other tools call the same. */
  readonly aliases?: readonly string[];
  readonly level: Level;
  /** The rule in a few words: a sentence that holds where nothing is found. */
  readonly title: string;
  /** Why it is a rule: what goes wrong where it is broken. */
  readonly reason: string;
  readonly remedy: string;
  /** Where the rule comes from: a page of documentation or a source file. */
  readonly link: string;
}

/** A rule and the search for its breaches. */
export interface Check extends Rule {
  /** Every breach. Looks things up in indexes; never compares every object with every other. */
  readonly find: (inventory: Inventory) => Iterable<Hit>;
}
