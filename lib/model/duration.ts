/** A span of time as Istio and Kubernetes write it: a number and its unit, e.g. `500ms`, `3s`, `10m`. */
export type Duration = `${number}${'ms' | 's' | 'm'}`;

const millisecondsPerUnit = { ms: 1, s: 1_000, m: 60_000 } as const;

/** The length of a duration in milliseconds. */
export function milliseconds(duration: Duration): number {
  const unit = duration.endsWith('ms') ? 'ms' : duration.endsWith('m') ? 'm' : 's';
  return Number(duration.slice(0, -unit.length)) * millisecondsPerUnit[unit];
}

/** The length of a duration in seconds, which is what Kubernetes counts probes and grace periods in. */
export function seconds(duration: Duration): number {
  return milliseconds(duration) / millisecondsPerUnit.s;
}
