import type { Sample } from './counter';

/** One series of an answer. Values are as Prometheus writes them, so that NaN and Inf are still to be seen. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly points: readonly { readonly at: number; readonly value: string }[];
}

/** Reads the values of a series, or says which is none: a count or a duration is finite and not negative. */
export function samplesOf({ points }: Series): { readonly samples: readonly Sample[]; readonly invalid?: string } {
  const samples = points.map(({ at, value }) => ({ at, value: value.trim() === '' ? NaN : Number(value) }));
  const invalid = points.find(
    (_, index) => !((samples[index]?.value ?? NaN) >= 0 && samples[index]?.value !== Infinity),
  );
  return invalid === undefined ? { samples } : { samples, invalid: invalid.value };
}

/** The target that a series was scraped from. */
export function targetOf({ labels }: Series): string {
  return JSON.stringify([labels['job'], labels['instance']]);
}

/** When the newest sample is from, in seconds; long ago if there is none. */
export function newest(series: readonly Series[]): number {
  return Math.max(-Infinity, ...series.map(({ points }) => points.at(-1)?.at ?? -Infinity));
}
