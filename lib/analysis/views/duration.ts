const milliseconds: ReadonlyMap<string, number> = new Map([
  ['ns', 1e-6],
  ['us', 1e-3],
  // The micro sign and the Greek letter look alike; Go reads both.
  ['\u00b5s', 1e-3],
  ['\u03bcs', 1e-3],
  ['ms', 1],
  ['s', 1_000],
  ['m', 60_000],
  ['h', 3_600_000],
]);

/** One part after the other: a search for the next would read a long number once for each of its digits. */
const part = /(\d+(?:\.\d*)?|\.\d+)(ns|us|\u00B5s|\u03BCs|ms|s|m|h)/gy;

/**
 * A duration as Go and Istio write it, in milliseconds: `500ms`, `1.5s`, `1m30s`, `0`.
 * @returns nothing for a text that is none, or negative
 * @see https://pkg.go.dev/time#ParseDuration
 */
export function millisecondsOf(text: string): number | undefined {
  const parts = [...text.matchAll(part)];
  if (text === '' || (text !== '0' && parts.map(([whole]) => whole).join('') !== text)) {
    return undefined;
  }
  return parts.reduce((sum, [, number, unit = '']) => sum + Number(number) * (milliseconds.get(unit) ?? Number.NaN), 0);
}
