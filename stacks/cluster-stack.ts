import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { KindProvider } from '../imports/providers/kind/provider';
import { KindCluster, type KindClusterProps } from '../lib/cluster/kind-cluster';
import { type StateBackend, storeState } from '../lib/platform/state-backend';

export interface ClusterStackProps extends KindClusterProps {
  readonly state: StateBackend;
}

/** First stack: the Kind cluster, and the kubeconfig that the other stacks read. */
export class ClusterStack extends TerraformStack {
  constructor(scope: Construct, id: string, props: ClusterStackProps) {
    super(scope, id);
    storeState(this, props.state);
    new KindProvider(this, 'kind');
    new KindCluster(this, 'kind-cluster', props);
  }
}
