import { tiers } from '../../telemetry/meshes';
import { promtool } from './promtool';
import { ruleFiles } from './rule-files';

/** Series by their notation, and their samples in promtool's: `0+5x60` is 0, 5, 10 and so on. One sample a minute. */
export type Series = Readonly<Record<string, string>>;

export interface Firing {
  readonly alertname: string;
  readonly severity: string;
  readonly [label: string]: string;
}

/** What the caller's proxy counts of requests to a release. */
export function requests(service: string, version: string, code = 200): string {
  const to = `destination_service_namespace="${service}",destination_service_name="${service}-service"`;
  return `istio_requests_total{reporter="source",${to},destination_version="${version}",response_code="${code}"}`;
}

/** What the callee's proxy counts. */
export function received(service: string, policy: 'mutual_tls' | 'none'): string {
  const to = `destination_service_namespace="${service}",destination_service_name="${service}-service"`;
  return `istio_requests_total{reporter="destination",${to},connection_security_policy="${policy}"}`;
}

export function memory(pod: string): string {
  return `envoy_server_memory_physical_size{namespace="ml",app="ml",version="stable",pod="${pod}"}`;
}

export const gateway = 'up{namespace="istio-ingress",istio="ingressgateway",pod="gateway-0"}';

/** Half an hour into the series, exactly these alerts of three tiers fire, and no other. */
export async function expectFiring(series: Series, firing: readonly Firing[], evalTime = '30m'): Promise<void> {
  const samples = firing.map((labels) => {
    const all = Object.entries({ alertstate: 'firing', ...labels });
    return { labels: `ALERTS{${all.map(([name, value]) => `${name}="${value}"`).join(',')}}`, value: 1 };
  });
  const test = {
    interval: '1m',
    input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
    promql_expr_test: [{ expr: 'ALERTS{alertstate="firing"}', eval_time: evalTime, exp_samples: samples }],
  };
  await runScenario(test);
}

/** An alert says exactly this to its reader. */
export async function expectSaying(
  series: Series,
  alertname: string,
  said: { readonly exp_labels: object; readonly exp_annotations: object },
): Promise<void> {
  const input = Object.entries(series).map(([name, values]) => ({ series: name, values }));
  await runScenario({
    interval: '1m',
    input_series: input,
    alert_rule_test: [{ eval_time: '30m', alertname, exp_alerts: [said] }],
  });
}

async function runScenario(test: object): Promise<void> {
  const files = ruleFiles(tiers);
  const scenario = { rule_files: Object.keys(files), evaluation_interval: '1m', tests: [test] };
  await promtool(['test', 'rules', 'scenario.yml'], { ...files, 'scenario.yml': JSON.stringify(scenario) });
}
