/** What a row of the report is about. */
export type Area =
  'objects' | 'authorization' | 'layers' | 'routing' | 'lanes' | 'ejection' | 'rate limit' | 'trace' | 'rollback';

/** One comparison of what the analysis says with what the cluster does. */
export interface Row {
  readonly area: Area;
  /** Who asks whom for what. */
  readonly what: string;
  /** What the analysis of the files says. */
  readonly said: string;
  /** What the cluster did; for what was not asked, why. */
  readonly seen: string;
  readonly verdict: 'held' | 'different' | 'not asked';
  /** Set for what should have been asked and could not be: a proof that is missing. */
  readonly couldNot?: true;
}

/** What was compared, all in all. */
export interface VerifyReport {
  /** The context of the cluster. */
  readonly cluster: string;
  readonly isQuick: boolean;
  readonly rows: readonly Row[];
  readonly held: number;
  readonly different: number;
  readonly notAsked: number;
  /** How many of those not asked should have been. */
  readonly couldNot: number;
}

/** Whether all that should have been asked was, and nothing differs. */
export function isProved({ different, couldNot }: VerifyReport): boolean {
  return different === 0 && couldNot === 0;
}

/** What to do about pods that could not ask. */
export const couldNotRemedy = 'name an image with sh and curl that the nodes can get: `--probe-image IMAGE`';

export function reportOf(cluster: string, isQuick: boolean, rows: readonly Row[]): VerifyReport {
  const count = (verdict: Row['verdict']): number => rows.filter((row) => row.verdict === verdict).length;
  return {
    cluster,
    isQuick,
    rows,
    held: count('held'),
    different: count('different'),
    notAsked: count('not asked'),
    couldNot: rows.filter(({ couldNot }) => couldNot === true).length,
  };
}
