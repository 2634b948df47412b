import type { Release, Service } from '../../model/service';
import type { Range } from './expressions';
import { errorShare, latency, requestCount, requestSeries } from './requests';
import { eachRelease, oneRelease, wholeService } from './scope';
import { isOneOf, select } from './selector';

/** What the dashboard shows of a canary: rates and extrapolated numbers, good enough to look at. */
export interface GateQueries {
  /** Share of failed requests, 0 to 1; no sample if the release had no requests. */
  readonly canaryErrorShare: string;
  readonly stableErrorShare: string;
  /** Requests that the shares are of; 0 or no sample if there were none. */
  readonly canaryRequests: string;
  readonly stableRequests: string;
}

/** A service with a release that can be judged. */
export type Canaried = Service & { readonly canary: Release };

export function isCanaried(service: Service): service is Canaried {
  return service.canary !== undefined;
}

/** The queries for the window that ends now. A missing sample means that nothing was measured. */
export function gateQueries(service: Canaried, window: Range): GateQueries {
  const canary = oneRelease(service, service.canary);
  const stable = oneRelease(service, service.stable);
  return {
    canaryErrorShare: errorShare(canary, window),
    stableErrorShare: errorShare(stable, window),
    canaryRequests: requestCount(canary, window),
    stableRequests: requestCount(stable, window),
  };
}

/** What a verdict is based on. */
export interface MeasurementQueries {
  /** Every sample of every counter of requests to the service, as its callers reported them. */
  readonly requests: string;
  /** Every sample of whether pods of some namespaces could be scraped. */
  readonly scrapes: string;
  /** Milliseconds, by release; no sample without requests. */
  readonly p50: string;
  readonly p95: string;
  readonly p99: string;
}

/** Seconds before the window from which the counters' values are known: as long as Prometheus itself looks back. */
const lookback = 300;

/**
 * The queries for a window of whole seconds. Counters are asked for sample by sample: `increase` extrapolates, and misses
 * the first value of a series, so that the first errors that a release ever has would not be there. Quantiles miss it as
 * well, which matters less: they are of what has been asked for longer than one scrape.
 * @param namespaces those of the callers
 */
export function measurementQueries(
  service: Canaried,
  namespaces: readonly string[],
  window: number,
): MeasurementQueries {
  const reach = `[${window + lookback}s]`;
  const quantile = (q: number): string => latency(q, eachRelease(service), `${window}s`);
  return {
    requests: `${requestSeries(wholeService(service))}${reach}`,
    scrapes: `${select('up', [isOneOf('namespace', namespaces)])}${reach}`,
    p50: quantile(0.5),
    p95: quantile(0.95),
    p99: quantile(0.99),
  };
}
