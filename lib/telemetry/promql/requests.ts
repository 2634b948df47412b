import { quantile, type Range, rate, increase, rest, share, sum } from './expressions';
import type { Scope } from './scope';
import { fits, is, type Matcher, select } from './selector';

/**
 * Requests as their caller saw them. The caller's proxy alone knows of requests that reached
 * nobody (connection refused, pool full, timeout), and every caller has one: the gateway is a proxy
 * too. A request that is tried again counts once, with its last answer. One that failed before a
 * pod was chosen has the version `unknown`: it counts for its service and for no release.
 * @see https://istio.io/latest/docs/reference/config/metrics/#labels
 */
const asTheCallerSaw = is('reporter', 'source');

/**
 * What counts as the server's failure: 5xx, and for gRPC, whose failures are answered with 200, the
 * statuses unknown, deadline exceeded, unimplemented, internal, unavailable and data loss.
 * @see https://opentelemetry.io/docs/specs/semconv/rpc/grpc/
 */
const failures = { response_code: '5..', grpc_response_status: '2|4|12|13|14|15' } as const;
const failedOverHttp = fits('response_code', failures.response_code);
const failedOverGrpc = fits('grpc_response_status', failures.grpc_response_status);

/** Whether a series of `istio_requests_total` counts failures, by its labels. */
export function countsFailures(labels: Readonly<Record<string, string>>): boolean {
  return Object.entries(failures).some(([label, pattern]) => new RegExp(`^(?:${pattern})$`).test(labels[label] ?? ''));
}

/** The counters of requests themselves, a series for each pod of a caller and each way to be answered. */
export function requestSeries({ matchers }: Pick<Scope, 'matchers'>): string {
  return select('istio_requests_total', [asTheCallerSaw, ...matchers]);
}

type Growth = (selector: string, range: Range) => string;

/** Requests a second. */
export function requestRate(scope: Scope, range: Range): string {
  return requests(scope, range, rate);
}

/** Requests in a range. */
export function requestCount(scope: Scope, range: Range): string {
  return requests(scope, range, increase);
}

/** Share of requests that failed, 0 to 1; no sample without requests. */
export function errorShare(scope: Scope, range: Range): string {
  return share(errors(scope, range), requestRate(scope, range));
}

/** Share of requests that did not fail, 0 to 1; no sample without requests. */
export function successShare(scope: Scope, range: Range): string {
  return rest(errorShare(scope, range));
}

/** Milliseconds within which a share `q` of the requests was answered; no sample without requests. */
export function latency(q: number, scope: Scope, range: Range): string {
  const buckets = select('istio_request_duration_milliseconds_bucket', [asTheCallerSaw, ...scope.matchers]);
  return quantile(q, sum(rate(buckets, range), ['le', ...scope.by]));
}

/** Share of the requests of a whole that a part of it got, 0 to 1; no sample without requests. */
export function requestShare(part: Scope, whole: Scope, range: Range): string {
  return share(requestRate(part, range), requestRate(whole, range));
}

function requests({ matchers, by }: Scope, range: Range, growth: Growth): string {
  return sum(growth(requestSeries({ matchers }), range), by);
}

/** The union has each series once: a gRPC call that failed in both ways counts once. */
function errors({ matchers, by, grpc }: Scope, range: Range): string {
  const failed = (how: Matcher): string =>
    rate(select('istio_requests_total', [asTheCallerSaw, ...matchers, how]), range);
  return sum(grpc ? `${failed(failedOverHttp)} or ${failed(failedOverGrpc)}` : failed(failedOverHttp), by);
}
