import type { ReleaseName, Service } from '../../lib/model/service';

/** How far back it is measured: to look at, not to judge by. */
export const window = '5m';

/** What users got of one release. Absent numbers were not measured: nobody asked. */
export interface Measured {
  /** Requests. */
  readonly requests?: number;
  /** Of the requests to all releases of its service, in percent. */
  readonly share?: number;
  /** Requests that did not fail, in percent. */
  readonly success?: number;
  /** Milliseconds within which 95 % of the requests were answered. */
  readonly p95?: number;
}

/** By service and release, `frontend canary`. */
export type MeasuredReleases = ReadonlyMap<string, Measured>;

export function keyOf(service: Pick<Service, 'name'>, release: ReleaseName): string {
  return `${service.name} ${release}`;
}
