const nanoseconds: ReadonlyMap<string, number> = new Map([
  ['ns', 1],
  ['us', 1e3],
  // The micro sign and the Greek letter look alike; Go reads both.
  ['\u00b5s', 1e3],
  ['\u03bcs', 1e3],
  ['ms', 1e6],
  ['s', 1e9],
  ['m', 60e9],
  ['h', 3_600e9],
]);

/** One part after the other: a search for the next would read a long number once for each of its digits. */
const part = /(\d+(?:\.\d*)?|\.\d+)(ns|us|\u00B5s|\u03BCs|ms|s|m|h)/gy;

/** Go counts nanoseconds in 64 bits, which is some 292 years. */
const longest = 2 ** 63;

/**
 * A duration as Go reads it, and with Go Kubernetes, Istio and Prometheus' clients, in milliseconds: `500ms`, `1.5s`,
 * `1h30m`, `100us`, `0`. Below a nanosecond nothing is counted.
 * @returns nothing for a text that is none, for one that is negative, and for more than 292 years
 * @see https://pkg.go.dev/time#ParseDuration
 */
export function millisecondsOf(text: string): number | undefined {
  const [sign = ''] = /^[+-]/.exec(text) ?? [];
  const length = lengthOf(text.slice(sign.length));
  return length === undefined || length >= longest || (sign === '-' && length > 0) ? undefined : length / 1e6;
}

/** In nanoseconds. */
function lengthOf(text: string): number | undefined {
  const parts = [...text.matchAll(part)];
  if (text === '0') {
    return 0;
  }
  if (text === '' || parts.map(([whole]) => whole).join('') !== text) {
    return undefined;
  }
  return parts.reduce(
    (sum, [, number, unit = '']) => sum + Math.trunc(nearest(Number(number) * (nanoseconds.get(unit) ?? Number.NaN))),
    0,
  );
}

/** What should be whole, and is not by the last bit of its fraction. */
function nearest(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-6 ? whole : value;
}
