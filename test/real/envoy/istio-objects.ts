import * as z from 'zod';
import { seconds } from '../../../lib/model/duration';

/*
 * The part of Istio's and Kubernetes' API that is rendered for Envoy. Objects are strict where they are translated: a field
 * that no translation knows must fail here, not go unseen.
 */

/** Read as Istio has it, kept as JSON has protobuf's Duration, which knows seconds only. */
const Duration = z
  .templateLiteral([z.number(), z.enum(['ms', 's', 'm'])])
  .transform((duration) => `${seconds(duration)}s`);

const metadata = z.looseObject({ name: z.string(), namespace: z.string() });

export const Service = z.looseObject({
  metadata,
  spec: z.looseObject({ ports: z.array(z.looseObject({ name: z.string(), port: z.number() })) }),
});

const ConnectionPool = z.strictObject({
  tcp: z.strictObject({ maxConnections: z.number() }),
  http: z.strictObject({
    http1MaxPendingRequests: z.number(),
    http2MaxRequests: z.number().optional(),
    maxRequestsPerConnection: z.number().optional(),
    h2UpgradePolicy: z.enum(['UPGRADE', 'DO_NOT_UPGRADE']).optional(),
  }),
});

const OutlierDetection = z.strictObject({
  consecutive5xxErrors: z.number().optional(),
  consecutiveGatewayErrors: z.number().optional(),
  /** Still in the schema, and read by nobody. */
  consecutiveErrors: z.number().optional(),
  interval: Duration,
  baseEjectionTime: Duration,
  maxEjectionPercent: z.number(),
});

export const DestinationRule = z.looseObject({
  metadata,
  spec: z.strictObject({
    exportTo: z.array(z.string()),
    host: z.string(),
    subsets: z.array(z.strictObject({ name: z.string(), labels: z.record(z.string(), z.string()) })),
    trafficPolicy: z.strictObject({ connectionPool: ConnectionPool, outlierDetection: OutlierDetection }),
  }),
});

const Retries = z.strictObject({
  attempts: z.number(),
  perTryTimeout: Duration.optional(),
  retryOn: z.string().optional(),
});

const HttpMatch = z.strictObject({
  headers: z.record(z.string(), z.strictObject({ exact: z.string() })).optional(),
  sourceLabels: z.record(z.string(), z.string()).optional(),
  sourceNamespace: z.string().optional(),
  gateways: z.array(z.string()).optional(),
});

const Destination = z.strictObject({
  host: z.string(),
  subset: z.string(),
  port: z.strictObject({ number: z.number() }),
});

const HttpRule = z.strictObject({
  name: z.string(),
  match: z.array(HttpMatch).default([{}]),
  route: z.array(z.strictObject({ destination: Destination, weight: z.number().optional() })),
  timeout: Duration.optional(),
  retries: Retries,
});

export const VirtualService = z.looseObject({
  metadata,
  spec: z.looseObject({ http: z.array(HttpRule) }),
});

const HttpFilterPatch = z.strictObject({
  applyTo: z.literal('HTTP_FILTER'),
  match: z.strictObject({
    context: z.literal('SIDECAR_INBOUND'),
    listener: z.strictObject({
      filterChain: z.strictObject({
        filter: z.strictObject({ name: z.string(), subFilter: z.strictObject({ name: z.string() }) }),
      }),
    }),
  }),
  patch: z.strictObject({
    operation: z.literal('INSERT_BEFORE'),
    value: z.strictObject({ name: z.string(), typed_config: z.looseObject({ '@type': z.string() }) }),
  }),
});

export const EnvoyFilter = z.looseObject({
  metadata,
  spec: z.looseObject({ configPatches: z.array(HttpFilterPatch) }),
});

export type Service = z.infer<typeof Service>;
export type DestinationRule = z.infer<typeof DestinationRule>;
export type TrafficPolicy = DestinationRule['spec']['trafficPolicy'];
export type VirtualService = z.infer<typeof VirtualService>;
export type HttpRule = z.infer<typeof HttpRule>;
export type HttpMatch = z.infer<typeof HttpMatch>;
export type Retries = z.infer<typeof Retries>;
export type EnvoyFilter = z.infer<typeof EnvoyFilter>;

export const Telemetry = z.object({
  spec: z.object({
    tracing: z.tuple([
      z.object({
        customTags: z.record(z.string(), z.strictObject({ formatter: z.strictObject({ value: z.string() }) })),
      }),
    ]),
  }),
});
export type Telemetry = z.output<typeof Telemetry>;
