import { Construct } from 'constructs';
import { Cluster, type ClusterKindConfigNode } from '../../imports/providers/kind/cluster';

/** One host port that leads to a port of the control-plane node. */
export interface PortMapping {
  /** On the host, bound to 127.0.0.1. */
  readonly hostPort: number;
  /** On the node: the node port of the Service behind it. */
  readonly nodePort: number;
}

export interface KindClusterProps {
  readonly name: string;
  /** Node image with a digest. */
  readonly nodeImage: string;
  readonly workers: number;
  readonly ports: readonly PortMapping[];
  /** Absolute path, or a Terraform expression for one: kind would resolve a relative path elsewhere. */
  readonly kubeconfigPath: string;
}

/**
 * A Kind cluster: one control-plane node that holds the host ports, and workers for the pods.
 * The provider replaces the cluster on every change of these properties. There is no `networking`
 * block: with one, the provider would write an empty DNS search list onto the nodes.
 * @see https://github.com/tehcyx/terraform-provider-kind/blob/v0.11.0/docs/resources/cluster.md
 */
export class KindCluster extends Construct {
  constructor(scope: Construct, id: string, props: KindClusterProps) {
    super(scope, id);
    new Cluster(this, 'cluster', {
      name: props.name,
      nodeImage: props.nodeImage,
      kubeconfigPath: props.kubeconfigPath,
      waitForReady: true,
      timeouts: { create: '10m' },
      kindConfig: {
        kind: 'Cluster',
        apiVersion: 'kind.x-k8s.io/v1alpha4',
        // The binding calls kind's `node` list so, because every construct has a `node` already.
        nodeAttribute: [
          controlPlane(props.ports),
          ...Array.from({ length: props.workers }, () => ({ role: 'worker' })),
        ],
      },
    });
  }
}

function controlPlane(ports: readonly PortMapping[]): ClusterKindConfigNode {
  return {
    role: 'control-plane',
    extraPortMappings: ports.map(({ hostPort, nodePort }) => ({
      listenAddress: '127.0.0.1',
      hostPort,
      containerPort: nodePort,
      protocol: 'TCP',
    })),
  };
}
