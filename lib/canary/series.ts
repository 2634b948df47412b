import type { Sample } from './counter';

/** One series of an answer. Values are as Prometheus writes them, so that NaN and Inf are still to be seen. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly points: readonly { readonly at: number; readonly value: string }[];
}

/**
 * Reads the values of a series, or says which is none: a count or a duration is finite and not negative. What was wrong
 * before the window and is right in it is left out, as if it had not been scraped.
 */
export function samplesOf(
  { points }: Series,
  since = -Infinity,
): { readonly samples: readonly Sample[]; readonly invalid?: string } {
  const samples: Sample[] = [];
  for (const { at, value: text } of points) {
    const value = text.trim() === '' ? NaN : Number(text);
    if (value >= 0 && value < Infinity) {
      samples.push({ at, value });
    } else if (at > since) {
      return { samples: [], invalid: text };
    }
  }
  return { samples };
}

/** The target that a series was scraped from. */
export function targetOf({ labels }: Series): string {
  return JSON.stringify([labels['job'], labels['instance']]);
}

/** When the newest sample is from, in seconds; long ago if there is none. */
export function newest(series: readonly Series[]): number {
  return Math.max(-Infinity, ...series.map(({ points }) => points.at(-1)?.at ?? -Infinity));
}
