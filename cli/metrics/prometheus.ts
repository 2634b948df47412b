import type { Candidate } from '../../lib/canary/candidate';
import { measurementOf } from '../../lib/canary/measured';
import type { Fault, Measurement } from '../../lib/canary/measurement';
import type { Series } from '../../lib/canary/series';
import { type Duration, seconds } from '../../lib/model/duration';
import { measurementQueries } from '../../lib/telemetry/promql/gate';
import { answerOf } from './answer';
import { ask } from './ask';
import type { PrometheusSource } from './source';

/**
 * Measures a canary and its stable release. Every number is of one time, by the clock of Prometheus. Never throws:
 * whatever goes wrong is a fault of the measurement. Takes no longer than two answers may.
 * @param window how far back it looks; as long as the weights have been what they are, a part of a second counts as one
 * @param at the end of the window, in seconds since 1970; now unless said otherwise
 */
export async function measure(
  source: PrometheusSource,
  candidate: Candidate,
  window: Duration,
  at?: number,
): Promise<Measurement> {
  const time = at ?? (await clockOf(source));
  if (typeof time !== 'number') {
    return { kind: 'unmeasured', faults: [time] };
  }
  const wholeWindow: Duration = `${Math.max(1, Math.ceil(seconds(window)))}s`;
  const namespaces = candidate.callers.map(({ namespace }) => namespace);
  const queries = measurementQueries(candidate.service, namespaces, seconds(wholeWindow));
  const faults: Fault[] = [];
  const answer = async (expression: string): Promise<Series[]> => {
    const found = await query(source, expression, time);
    if (Array.isArray(found)) {
      return found;
    }
    faults.push(found);
    return [];
  };
  const [requests, scrapes, p50, p95, p99] = await Promise.all([
    answer(queries.requests),
    answer(queries.scrapes),
    answer(queries.p50),
    answer(queries.p95),
    answer(queries.p99),
  ]);
  const [fault, ...more] = distinct(faults);
  return fault === undefined
    ? measurementOf(candidate, wholeWindow, { at: time, requests, scrapes, p50, p95, p99 })
    : { kind: 'unmeasured', faults: [fault, ...more] };
}

/** What time it is for Prometheus. Ours may differ, and then every sample would seem older or newer than it is. */
async function clockOf(source: PrometheusSource): Promise<number | Fault> {
  const answer = await query(source, 'time()');
  if (!Array.isArray(answer)) {
    return answer;
  }
  const time = answer[0]?.points[0]?.at;
  return time ?? { kind: 'malformed', because: 'no time' };
}

async function query(source: PrometheusSource, expression: string, time?: number): Promise<Series[] | Fault> {
  const page = await ask(source, '/api/v1/query', {
    query: expression,
    ...(time !== undefined && { time: String(time) }),
  });
  return 'kind' in page ? page : answerOf(page);
}

/** One cause fails several queries in the same way. */
function distinct(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}
