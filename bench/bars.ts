/** Two amounts of one run: what matters is how many times the second the first is. */
export interface Ratio {
  readonly what: string;
  readonly above: number;
  readonly below: number;
  /** The most that is fine. */
  readonly bar: number;
}

/** Says what was measured. @returns whether it is fine */
export function judge({ what, above, below, bar }: Ratio, unit = 'ms'): boolean {
  const ratio = above / below;
  const isFine = ratio <= bar;
  const amounts = `${above.toFixed(0)} / ${below.toFixed(0)} ${unit}`;
  console.log(`${isFine ? 'fine  ' : 'MISSED'} ${what}: ${amounts} = ${ratio.toFixed(2)} (bar: at most ${bar})`);
  return isFine;
}
