import * as z from 'zod';
import { loopback, type Message, type Named, typeUrl } from './envoy-config';
import type { Telemetry } from './istio-objects';

/** How a proxy traces, and where its spans go. */
export interface Tracing {
  readonly config: Message;
  readonly collector: Named;
}

const Values = z.object({
  meshConfig: z.object({
    extensionProviders: z.tuple([
      z.strictObject({
        name: z.string(),
        zipkin: z.strictObject({ service: z.string(), port: z.number(), traceContextOption: z.string() }),
      }),
    ]),
  }),
});

/**
 * configureTracingFromTelemetry in https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/tracing.go, to a
 * collector of our own; every request is traced.
 * @param istiod values of istiod's chart
 */
export function tracingOf(istiod: unknown, { spec }: Telemetry, collectorPort: number): Tracing {
  const [{ zipkin }] = Values.parse(istiod).meshConfig.extensionProviders;
  const [{ customTags }] = spec.tracing;
  const cluster = `outbound|${zipkin.port}||${zipkin.service}`;
  const provider = {
    '@type': typeUrl('envoy.config.trace.v3.ZipkinConfig'),
    collector_endpoint_version: 'HTTP_JSON',
    trace_id_128bit: true,
    shared_span_context: false,
    trace_context_option: zipkin.traceContextOption,
    collector_service: { http_uri: { uri: `http://${zipkin.service}/api/v2/spans`, cluster, timeout: '5s' } },
  };
  const every = { value: 100 };
  return {
    config: {
      client_sampling: every,
      overall_sampling: every,
      random_sampling: every,
      custom_tags: Object.entries(customTags).map(([tag, { formatter }]) => ({ tag, value: formatter.value })),
      provider: { name: 'envoy.tracers.zipkin', typed_config: provider },
    },
    collector: {
      name: cluster,
      load_assignment: {
        cluster_name: cluster,
        endpoints: [{ lb_endpoints: [{ endpoint: { address: loopback(collectorPort) } }] }],
      },
    },
  };
}
