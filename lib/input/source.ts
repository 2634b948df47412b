import type { Problem } from '../model/problem';

/** A hand-written file: its name as the user knows it, and its text. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** A problem and the place in a file where it stands; lines count from 1. */
export interface LocatedProblem extends Problem {
  readonly file: string;
  /** @default - the file as a whole is meant */
  readonly line?: number;
  /**
   * The value as it stands in the file, where JSON has other words for it.
   * @default - the value as JSON
   */
  readonly written?: string;
}

/** What a file says, as far as it can be read, and everything that is wrong with it. */
export interface Reading<T> {
  /** Absent if there is any problem. */
  readonly value?: T;
  readonly problems: readonly LocatedProblem[];
}
