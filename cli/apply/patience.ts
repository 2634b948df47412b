/** Milliseconds to wait for parts of a cluster. */
export interface Patience {
  /** For a write to be taken that is refused for now: its kind is still to come, or a webhook does not answer. */
  readonly write: number;
  /** For the injector to answer. */
  readonly injection: number;
  /** For pods to get ready, since the last one that did. */
  readonly pods: number;
  /** Between two looks. */
  readonly pause: number;
}

/** Images may have to be pulled, and machines may be slow. */
export const usualPatience: Patience = { write: 60_000, injection: 120_000, pods: 300_000, pause: 1000 };
