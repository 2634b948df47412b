import type { Finding } from '../../lib/analysis/finding';
import type { Prediction } from '../../lib/drill/drill';
import { type Counts, type Sight, sightsText } from '../../lib/drill/symptom';
import type { LookResult } from './sights';
import { print } from '../print';

/** What came of a drill. */
export interface DrillReport {
  readonly drill: string;
  readonly breaks: string;
  readonly prediction: Prediction;
  readonly findings: readonly Finding[];
  readonly broken: readonly string[];
  /** What was seen before anything was broken, while it was, and afterwards. */
  readonly before?: Seen;
  readonly during?: Seen;
  readonly after?: Seen;
  /** Why the server did not take it: then that is the symptom. */
  readonly refusal?: string;
  readonly fix: string;
  /** Objects that could not be put back. */
  readonly failed: readonly string[];
  /** Objects that somebody else has changed since, which are left as they are. */
  readonly foreign: readonly string[];
  /** Whether the symptom was seen and is gone, and every object is as it was. */
  readonly isFine: boolean;
}

export interface Seen {
  /** Whether it is the symptom, and whether nothing of it is left. */
  readonly isSymptom: boolean;
  readonly isGone: boolean;
  readonly sights: readonly Sight[];
  readonly counts?: Counts;
  readonly text: string;
}

export function seen({ isSeen, isGone, sights, counts }: LookResult): Seen {
  const counted = counts === undefined ? '' : `; the proxy sent ${counts.sent} on, ${counts.ejected} pods are ejected`;
  const text = `${sightsText(sights)}${counted}`;
  return { isSymptom: isSeen, isGone, sights, text, ...(counts === undefined ? {} : { counts }) };
}

/** Tells what happens, one line at a time. */
export type Tell = (word: string, text: string) => void;

export function tellLine(word: string, text: string): void {
  print(`${word.padEnd(10)} ${text}`);
}
