/** Answers by the name of the release. */
export type Counts = Readonly<Record<string, number>>;

export const tiers = ['frontend', 'backend', 'ml'] as const;
export const releases = ['stable', 'canary'] as const;

/** The counts with one more answer of each release on its path. */
export function counted(counts: Counts, path: readonly string[]): Counts {
  return path.reduce((sum, name) => ({ ...sum, [name]: (sum[name] ?? 0) + 1 }), counts);
}
