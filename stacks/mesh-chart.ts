import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { MeshTelemetry } from '../lib/mesh/mesh-telemetry';
import { MutualTls } from '../lib/mesh/mutual-tls';
import { annotateWaves } from '../lib/output/waves';
import { tracingProvider } from '../lib/platform/istio-values';
import { controlPlaneNamespace } from './namespaces';

export interface MeshChartProps {
  /** Share of requests that leave a trace, in percent. @default - nothing is traced */
  readonly sampling?: number | undefined;
}

/** What holds for the whole mesh, in Istio's root namespace, which the platform stack makes. */
export class MeshChart extends Chart {
  constructor(scope: Construct, { sampling }: MeshChartProps) {
    super(scope, controlPlaneNamespace.name, { namespace: controlPlaneNamespace.name });
    new MutualTls(this, 'mutual-tls', 'strict');
    const tracing = sampling === undefined ? {} : { tracing: { provider: tracingProvider, sampling } };
    new MeshTelemetry(this, 'telemetry', tracing);
    annotateWaves(this);
  }
}
