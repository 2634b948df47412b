import { millisecondsOf } from '../kubernetes/duration';

/** A span of time as Istio and Kubernetes write it: numbers and their units, e.g. `500ms`, `3s`, `10m`, `1h30m`. */
export type Duration = `${number}${'ms' | 's' | 'm' | 'h'}${string}`;

/** Whether a value is a duration, and above 0. */
export function isDuration(value: unknown): value is Duration {
  return typeof value === 'string' && (millisecondsOf(value) ?? 0) > 0;
}

/** The length of a duration in milliseconds; NaN for a text that is none. */
export function milliseconds(duration: Duration): number {
  return millisecondsOf(duration) ?? Number.NaN;
}

/** The length of a duration in seconds, which is what Kubernetes counts probes and grace periods in. */
export function seconds(duration: Duration): number {
  return milliseconds(duration) / 1_000;
}
