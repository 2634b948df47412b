import { Construct } from 'constructs';
import { Telemetry, type TelemetrySpecTracing } from '../../imports/telemetry.istio.io';

export interface MeshTelemetryProps {
  /** @default - nothing is traced */
  readonly tracing?: Tracing;
}

export interface Tracing {
  /** Name of the tracing provider in the mesh configuration. */
  readonly provider: string;
  /** Share of requests that leave a trace, in percent. */
  readonly sampling: number;
}

/** The tag of a caller's span that names the release that answered. */
const releaseTag = 'release';

/**
 * The label `version` of the pod that answered, as its proxy introduced itself; no tag where nobody did. Known when
 * the answer is there, so no header, environment or literal could say it.
 * @see https://istio.io/latest/docs/reference/config/telemetry/#Tracing-Formatter
 */
const releaseThatAnswered = '%FILTER_STATE(upstream_peer_obj:FIELD:version)%';

/**
 * What every proxy of the mesh reports, written into Istio's root namespace: traces to the
 * provider and an access log to its own output. Metrics need no entry: Prometheus is the default.
 * @see https://istio.io/latest/docs/reference/config/telemetry/
 */
export class MeshTelemetry extends Construct {
  constructor(scope: Construct, id: string, { tracing }: MeshTelemetryProps) {
    super(scope, id);
    new Telemetry(this, 'telemetry', {
      metadata: { name: 'mesh-default' },
      spec: {
        ...(tracing === undefined ? {} : { tracing: [tracesTo(tracing)] }),
        accessLogging: [{ providers: [{ name: 'envoy' }] }],
      },
    });
  }
}

function tracesTo({ provider, sampling }: Tracing): TelemetrySpecTracing {
  return {
    providers: [{ name: provider }],
    randomSamplingPercentage: sampling,
    customTags: { [releaseTag]: { formatter: { value: releaseThatAnswered } } },
  };
}
