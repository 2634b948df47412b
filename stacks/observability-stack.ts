import { TlsProvider } from '@cdktf/provider-tls/lib/provider';
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { accessKubernetes, type KubeContext } from '../lib/platform/kubernetes-access';
import { Namespaces } from '../lib/platform/namespaces';
import { Observability, type ObservabilityProps } from '../lib/platform/observability';
import { type StateBackend, storeState } from '../lib/platform/state-backend';
import { addOnNamespace } from './namespaces';

export interface ObservabilityStackProps extends Omit<ObservabilityProps, 'after'> {
  readonly state: StateBackend;
  readonly cluster: KubeContext;
}

/** Third stack: Prometheus, Grafana, Jaeger and Kiali. The mesh works without it. */
export class ObservabilityStack extends TerraformStack {
  constructor(scope: Construct, id: string, { state, cluster, ...telemetry }: ObservabilityStackProps) {
    super(scope, id);
    storeState(this, state);
    accessKubernetes(this, cluster);
    new TlsProvider(this, 'tls');
    const namespaces = new Namespaces(this, 'namespaces', [addOnNamespace]).resources;
    new Observability(this, 'add-ons', { ...telemetry, after: namespaces });
  }
}
