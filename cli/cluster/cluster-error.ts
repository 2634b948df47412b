/** Something that a cluster could not do, or did not take; with what to do about it. Ends a command with 1. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';

  constructor(
    message: string,
    /** What the reader can do. */
    readonly remedy: string,
  ) {
    super(`${message}\n  remedy: ${remedy}`);
  }
}
