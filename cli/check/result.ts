import type { CheckDescription } from '../../lib/analysis/checks/check';
import type { Finding } from '../../lib/analysis/finding';
import type { LocatedProblem } from '../../lib/input/source';

/** A finding, and whether anybody has to do something about it now. */
export interface JudgedFinding {
  readonly finding: Finding;
  /** Whether the baseline has it. */
  readonly isKnown: boolean;
  /** Whether the command ends with 1 for it: it is not known, and its level is one to fail on. */
  readonly fails: boolean;
}

/** What the baseline says of a run. */
export interface BaselineUse {
  readonly file: string;
  /** How many findings it has that are not there any more. */
  readonly stale: number;
}

/** All that `lab check` found out: what every format is made of. */
export interface CheckResult {
  /** How many objects were looked at. */
  readonly objects: number;
  /** What was looked for. */
  readonly checks: readonly CheckDescription[];
  /** By file and line. */
  readonly findings: readonly JudgedFinding[];
  /** What could not be read. */
  readonly problems: readonly LocatedProblem[];
  /** The names of all files that objects come from. */
  readonly files: ReadonlySet<string>;
  /** @default - no baseline is used */
  readonly baseline?: BaselineUse;
}

/** A result for programs or people: one text, as it is printed. */
export type Format = (result: CheckResult) => string;
