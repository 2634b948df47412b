import type { Mesh } from '../lib/model/mesh';
import { datasourceUid } from '../lib/platform/add-on-values';
import type { AddOnUrls } from '../lib/platform/add-ons';
import { ingressGateway } from '../lib/platform/istio-names';
import type { ObservabilityProps } from '../lib/platform/observability';
import type { Profile } from '../lib/platform/profile';
import { dashboardsOf } from '../lib/telemetry/dashboards/dashboards';
import { rulesOf } from '../lib/telemetry/rules/rules';
import type { Telemetry } from '../lib/telemetry/telemetry';

/** Dashboards and rules of the lab. */
export function telemetryOf(
  mesh: Mesh,
  profile: Profile,
  urls: AddOnUrls,
): Pick<ObservabilityProps, 'dashboards' | 'rules'> {
  const telemetry = labTelemetry(mesh, profile, urls);
  const dashboards = Object.entries(dashboardsOf(telemetry));
  return {
    dashboards: Object.fromEntries(dashboards.map(([file, dashboard]) => [file, JSON.stringify(dashboard)])),
    rules: rulesOf(telemetry),
  };
}

/** What the dashboards and rules of the lab are about. */
function labTelemetry(mesh: Mesh, profile: Profile, urls: AddOnUrls): Telemetry {
  return {
    mesh,
    gateway: { ...ingressGateway, labels: ingressGateway.selector },
    datasource: datasourceUid.prometheus,
    links: { Jaeger: urls.jaeger, Kiali: urls.kiali },
    sidecarMemoryLimit: profile.proxy.limits.memory,
  };
}
