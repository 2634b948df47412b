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
}

export function reportOf(cluster: string, isQuick: boolean, rows: readonly Row[]): VerifyReport {
  const count = (verdict: Row['verdict']): number => rows.filter((row) => row.verdict === verdict).length;
  return {
    cluster,
    isQuick,
    rows,
    held: count('held'),
    different: count('different'),
    notAsked: count('not asked'),
  };
}
