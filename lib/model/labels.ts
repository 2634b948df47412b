import type { Release, Service } from './service';

/** What a Service and every policy of a service select: all of its releases. */
export function serviceLabels(service: Service): Record<string, string> {
  return { app: service.name };
}

/**
 * What a Deployment and a subset select: one release. `app.kubernetes.io/version` stays away from
 * pods: Istio's telemetry would prefer it to `version`, and disagree with the subsets.
 */
export function releaseLabels(service: Service, release: Release): Record<string, string> {
  return { ...serviceLabels(service), version: release.name };
}
