/** Milliseconds in each unit of Go. */
const units: ReadonlyMap<string, number> = new Map([
  ['ns', 1e-6],
  ['us', 1e-3],
  ['µs', 1e-3],
  ['μs', 1e-3],
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
]);

const part = '(\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|μs|ms|s|m|h)';
const whole = new RegExp(`^(${part})+$`);

/**
 * Milliseconds of a duration as Go writes it (`1h30m`, `1.5s`); nothing if it is none, or negative.
 * @see https://pkg.go.dev/time#ParseDuration
 */
function millisecondsOf(text: string): number | undefined {
  if (text === '0') {
    return 0;
  }
  if (!whole.test(text)) {
    return undefined;
  }
  return [...text.matchAll(new RegExp(part, 'g'))].reduce(
    (sum, [, amount, unit = '']) => sum + Number(amount) * (units.get(unit) ?? 0),
    0,
  );
}

/** Istio takes no duration below a millisecond. */
export function isDuration(text: string): boolean {
  return (millisecondsOf(text) ?? 0) >= 1;
}
