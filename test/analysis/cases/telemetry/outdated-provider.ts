import type { CheckCases } from '../../check-cases';

const traced = (provider: string, disabled = ''): string => `
apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    extensionProviders:
      - { name: traces, ${provider} }
      - { name: others, opentelemetry: { service: collector.observability, port: 4317 } }
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: default, namespace: istio-system }
spec: { tracing: [{ providers: [{ name: traces }]${disabled} }] }
`;

export const outdatedProvider: CheckCases = {
  code: 'LAB096',
  broken: {
    'a provider of Lightstep': traced('lightstep: { service: collector.lightstep, port: 443 }'),
    'a provider of OpenCensus': traced('opencensus: { service: collector.census, port: 55678 }'),
  },
  clean: {
    'a provider of OpenTelemetry': traced('opentelemetry: { service: collector.observability, port: 4317 }'),
    'a deprecated provider that no Telemetry names': traced('lightstep: { service: collector, port: 443 }').replace(
      '[{ name: traces }]',
      '[{ name: others }]',
    ),
  },
};
