/** Options of everything that writes. */
export interface WriteOptions {
  readonly json?: boolean;
  readonly dryRun?: boolean;
}

/** Of what may write over somebody else. */
export interface TakeOverOptions extends WriteOptions {
  readonly takeOver?: boolean;
}

/** Of a promotion. */
export interface PromoteOptions extends TakeOverOptions {
  readonly load?: boolean;
}

/** Of a rollback. */
export interface RollbackOptions extends WriteOptions {
  readonly force?: boolean;
}
