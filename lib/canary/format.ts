/** A share as percent, e.g. `1.003 %`: with enough digits to see on which side of a limit it is. */
export function percent(share: number): string {
  return `${Number((100 * share).toPrecision(4))} %`;
}

/** Milliseconds, e.g. `48.8 ms`. */
export function inMilliseconds(duration: number): string {
  return `${Number(duration.toPrecision(3))} ms`;
}

/** A whole number with its thousands apart, e.g. `1,234`. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** So many of something, e.g. `1 state` and `1,234 states`. */
export function counted(value: number, one: string, several = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : several}`;
}
