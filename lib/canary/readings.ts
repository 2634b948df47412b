import type { ReleaseName } from '../model/service';
import { countsFailures } from '../telemetry/promql/requests';
import { growthSince } from './counter';
import { staleAfter } from './limits';
import type { Counts, Reading, ReleaseReadings } from './measurement';
import { newest, samplesOf, type Series, targetOf } from './series';

/** What Prometheus answered to the queries of a measurement, all at one time. */
export interface Answers {
  /** The time of all of them, in seconds since 1970. */
  readonly at: number;
  readonly requests: readonly Series[];
  readonly scrapes: readonly Series[];
  readonly p50: readonly Series[];
  readonly p95: readonly Series[];
  readonly p99: readonly Series[];
}

/** When a window begins, and when each target was scraped with success; in seconds. */
export interface Watched {
  readonly since: number;
  readonly successes: ReadonlyMap<string, readonly number[]>;
}

/** What one release did. */
export function releaseReadings(name: ReleaseName, answers: Answers, watched: Watched): ReleaseReadings {
  const { at, requests, p50, p95, p99 } = answers;
  return {
    counts: countsReading(ofVersion(name, requests), at, watched),
    p50: latencyReading(ofVersion(name, p50)),
    p95: latencyReading(ofVersion(name, p95)),
    p99: latencyReading(ofVersion(name, p99)),
  };
}

/** What failed before a release was chosen. No proxy that is left needs to have a series of it. */
export function unattributedReading({ requests }: Answers, watched: Watched): Reading<number> {
  const found = soundCounts(ofVersion('unknown', requests), watched);
  return found.kind === 'value' ? { kind: 'value', value: found.value.errors } : found;
}

function ofVersion(version: string, series: readonly Series[]): readonly Series[] {
  return series.filter(({ labels }) => labels['destination_version'] === version);
}

function countsReading(series: readonly Series[], at: number, watched: Watched): Reading<Counts> {
  const counts = soundCounts(series, watched);
  const age = at - newest(series);
  return counts.kind === 'value' && age > staleAfter ? { kind: 'stale', age } : counts;
}

/** No series is no zero. Of what failed it counts all that may have happened, of what went well what surely did. */
function soundCounts(series: readonly Series[], { since, successes }: Watched): Reading<Counts> {
  if (series.length === 0) {
    return { kind: 'missing' };
  }
  const counts = { requests: 0, errors: 0 };
  for (const one of series) {
    const { samples, invalid } = samplesOf(one, since);
    if (invalid !== undefined) {
      return { kind: 'invalid', found: invalid };
    }
    const failed = countsFailures(one.labels);
    const scrapes = successes.get(targetOf(one)) ?? [];
    const growth = growthSince(since, samples, scrapes, failed ? 'counts' : 'counts if seen to begin');
    counts.requests += failed ? Math.ceil(growth) : Math.floor(growth);
    counts.errors += failed ? Math.ceil(growth) : 0;
  }
  return { kind: 'value', value: counts };
}

function latencyReading(series: readonly Series[]): Reading<number> {
  const [first] = series;
  if (first === undefined) {
    return { kind: 'missing' };
  }
  const { samples, invalid } = samplesOf(first);
  const value = samples.at(-1)?.value;
  if (invalid !== undefined) {
    return { kind: 'invalid', found: invalid };
  }
  return value === undefined ? { kind: 'missing' } : { kind: 'value', value };
}
