import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

const rule = (expression: string): string => `
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: web, namespace: shop }
spec:
  groups:
    - rules:
        - expr: |
            ${expression}
`;

/** One label of a query written wrong. */
const misspelt = (right: string, wrong: string) => (old: unknown) =>
  typeof old === 'string' && old.includes(`${right}=`) ? old.replace(`${right}=`, `${wrong}=`) : undefined;

export const unknownMetricLabel: CheckCases = {
  code: 'LAB065',
  mutations: {
    'an alert on a label that is not there': change(
      'PrometheusRule',
      'spec.groups.*.rules.*.expr',
      misspelt('destination_service_name', 'destination_service_version'),
    ),
    'a panel on a label that is not there': change(
      'ConfigMap',
      'data.*',
      misspelt('destination_workload', 'destination_workload_name'),
    ),
  },
  broken: {
    'a label after a value with braces': rule('istio_tcp_sent_bytes_total{app=~"a{2}", source_service != "web"} > 0'),
  },
  clean: {
    'the labels of Istio': rule('istio_requests_total{source_app!="web",grpc_response_status=~"1|2"} > 0'),
    'labels of pods, which Prometheus adds': rule('istio_requests_total{namespace="shop",my_team="a", le="5"} > 0'),
    'values that look like conditions': rule('istio_requests_total{app="destination_color=blue"} > 0'),
    'the metrics of others': rule('http_requests_total{destination_color="blue"} > 0'),
    'variables of a dashboard': rule('istio_requests_total{destination_app=~"${app}"} > 0'),
    'a label that a Telemetry adds': `${rule('istio_requests_total{destination_color="blue"} > 0')}
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: metrics, namespace: istio-system }
spec:
  metrics:
    - providers: [{ name: prometheus }]
      overrides: [{ tagOverrides: { destination_color: { value: "node.metadata['COLOR']" } } }]
`,
  },
};
