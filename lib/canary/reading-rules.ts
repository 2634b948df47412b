import type { Reason } from './judgement';
import { staleAfter } from './limits';
import type { Counts, Reading, ReleaseReadings } from './measurement';

/** More than any release is asked in a window: beyond it whole numbers are none any more. */
const most = 1e12;

/** A reading that can be reckoned with, or nothing. */
export function valueOf<T>(reading: Reading<T>, isSound: (value: T) => boolean): T | undefined {
  return reading.kind === 'value' && isSound(reading.value) ? reading.value : undefined;
}

export function isCounts({ requests, errors }: Counts): boolean {
  return (
    Number.isInteger(requests) && Number.isInteger(errors) && errors >= 0 && errors <= requests && requests <= most
  );
}

export function isLatency(value: number): boolean {
  return Number.isFinite(value) && value >= 0;
}

export function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most;
}

/** What the readings of a release leave unknown. A missing one is no error: where nobody asks, nothing is counted. */
export function readingRules(release: 'canary' | 'stable', { counts, p50, p95, p99 }: ReleaseReadings): Reason[] {
  return [
    ...readingRule(`requests of ${release}`, counts, isCounts),
    ...Object.entries({ p50, p95, p99 }).flatMap(([name, reading]) =>
      readingRule(`${name} of ${release}`, reading, isLatency),
    ),
  ];
}

export function readingRule<T>(what: string, reading: Reading<T>, isSound: (value: T) => boolean): Reason[] {
  if (reading.kind === 'stale') {
    const value = `${Math.round(reading.age)} s old`;
    const because = 'No proxy reports it any more, so what happens now is unknown. See what became of the callers.';
    return [{ verdict: 'ERROR', what, value, limit: `${staleAfter} s old`, because }];
  }
  if (reading.kind === 'invalid' || (reading.kind === 'value' && !isSound(reading.value))) {
    const value = reading.kind === 'invalid' ? reading.found : JSON.stringify(reading.value);
    const because =
      'That is no number that a proxy counts or measures. Ask Prometheus for the series and see who wrote it.';
    return [{ verdict: 'ERROR', what, value, limit: 'a number', because }];
  }
  return [];
}
