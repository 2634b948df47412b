import type { Mesh } from '../lib/model/mesh';
import { datasourceUid } from '../lib/platform/add-on-values';
import { addOns } from '../lib/platform/add-ons';
import { ingressGateway } from '../lib/platform/istio';
import type { ObservabilityProps } from '../lib/platform/observability';
import type { Profile } from '../lib/platform/profile';
import { dashboardsOf } from '../lib/telemetry/dashboards/dashboards';
import { rulesOf } from '../lib/telemetry/rules/rules';
import type { Telemetry } from '../lib/telemetry/telemetry';

/** Where the README tells users to open an add-on. */
const local = ({ port }: { readonly port: number }): string => `http://localhost:${port}`;

/** Dashboards and rules of the lab. */
export function telemetryOf(mesh: Mesh, profile: Profile): Pick<ObservabilityProps, 'dashboards' | 'rules'> {
  const telemetry = labTelemetry(mesh, profile);
  const dashboards = Object.entries(dashboardsOf(telemetry));
  return {
    dashboards: Object.fromEntries(dashboards.map(([file, dashboard]) => [file, JSON.stringify(dashboard)])),
    rules: rulesOf(telemetry),
  };
}

/** What the dashboards and rules of the lab are about. */
export function labTelemetry(mesh: Mesh, profile: Profile): Telemetry {
  return {
    mesh,
    gateway: { ...ingressGateway, labels: ingressGateway.selector },
    datasource: datasourceUid.prometheus,
    links: { Jaeger: local(addOns.jaeger), Kiali: local(addOns.kiali) },
    sidecarMemoryLimit: profile.proxy.limits.memory,
  };
}
