/**
 * What is wrong with a declaration. Every rule reports all it finds, so that one run shows the
 * reader everything there is to mend.
 */
export interface Problem {
  /** Where the value stands, outermost first: `['splits', 'backend']`, `['services', 'ml', 'ports']`. */
  readonly path: readonly (string | number)[];
  /** The value as it was found. */
  readonly value: unknown;
  /** What holds for such a value, and why where it is not plain. */
  readonly rule: string;
  /** What to write instead. */
  readonly remedy: string;
}
