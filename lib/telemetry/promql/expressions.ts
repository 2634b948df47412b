import type { Label } from './selector';

/** How far back a rate looks. Grafana puts in a range that holds at least four scrapes. */
export type Range = `${number}${'s' | 'm' | 'h'}` | '$__rate_interval';

/** Growth per second of a counter. A restart of the counting process is no loss: `rate` starts anew from zero. */
export function rate(selector: string, range: Range): string {
  return `rate(${selector}[${range}])`;
}

/** Growth of a counter over a range. It is extrapolated to the ends of the range, so it is no whole number. */
export function increase(selector: string, range: Range): string {
  return `increase(${selector}[${range}])`;
}

export function sum(expression: string, by: readonly Label[] = []): string {
  return aggregate('sum', expression, by);
}

export function max(expression: string, by: readonly Label[]): string {
  return aggregate('max', expression, by);
}

/**
 * Part of a whole, 0 to 1, both with the same labels. Nothing of something is 0, although no series
 * of the part exists yet; something of nothing has no answer, so there is no sample, and never NaN.
 */
export function share(part: string, whole: string): string {
  return `(${part} or 0 * ${whole}) / (${whole} > 0)`;
}

/** What is left of a share. */
export function rest(part: string): string {
  return `1 - ${part}`;
}

/** Buckets that count nothing have NaN for a quantile, and NaN is not 0 or more: no sample again. */
export function quantile(q: number, buckets: string): string {
  return `histogram_quantile(${q}, ${buckets}) >= 0`;
}

/** A number that changes only when the program is rendered again. */
export function constant(value: number): string {
  return `vector(${value})`;
}

/** The samples above a limit. */
export function above(expression: string, limit: number): string {
  return `${expression} > ${limit}`;
}

/** The samples of at least a limit. */
export function atLeast(expression: string, limit: number): string {
  return `${expression} >= ${limit}`;
}

/** The samples below a limit. */
export function below(expression: string, limit: number): string {
  return `${expression} < ${limit}`;
}

/** A share of an amount. */
export function times(factor: number, expression: string): string {
  return `${factor} * ${expression}`;
}

/** The samples of one where the other has a sample with the same labels, or with the same of some labels. */
export function and(one: string, other: string, on?: readonly Label[]): string {
  return on === undefined ? `${one} and ${other}` : `${one} and on (${on.join(', ')}) ${other}`;
}

/** The samples of one where the other has no sample with the same labels. */
export function unless(one: string, other: string): string {
  return `${one} unless ${other}`;
}

/** How much more one is than the other, matched by some labels; no sample where either has none. */
export function difference(one: string, other: string, on: readonly Label[]): string {
  return `${one} - on (${on.join(', ')}) ${other}`;
}

/** 1 where an expression has no sample at all. */
export function absent(expression: string): string {
  return `absent(${expression})`;
}

function aggregate(operator: 'sum' | 'max', expression: string, by: readonly Label[]): string {
  return by.length === 0 ? `${operator}(${expression})` : `${operator} by (${by.join(', ')}) (${expression})`;
}
