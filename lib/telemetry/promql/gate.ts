import type { Release, Service } from '../../model/service';
import type { Range } from './expressions';
import { errorShare, requestCount } from './requests';
import { oneRelease } from './scope';

/** What a verdict on a canary is based on: a query for each number. */
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

/**
 * The queries for the window that ends now. A missing sample means that nothing was measured,
 * which is never a reason to promote.
 */
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
