/** What was found out about all that was read, also in a line for who reads no more. */
export interface Overview extends Report {
  readonly summary: string;
}

/** What a command found out. */
export interface Report {
  /** For programs: one document. */
  readonly json: unknown;
  /** For people. */
  readonly text: string;
  /** Whether the exit code is 0. */
  readonly isFine: boolean;
}
