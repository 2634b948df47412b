import { KindCluster } from '../../lib/cluster/kind-cluster';
import { resourcesOf } from '../support/resources-of';

function cluster(workers: number) {
  const [resource] = resourcesOf('kind_cluster', (stack) => {
    new KindCluster(stack, 'it', {
      name: 'test',
      nodeImage: 'kindest/node:v1.2.3@sha256:0',
      workers,
      ports: [{ hostPort: 8080, nodePort: 30_080 }],
      kubeconfigPath: '/somewhere/kubeconfig',
    });
  });
  return resource;
}

describe('a Kind cluster', () => {
  it('is the image and the kubeconfig that it is given, and there when its nodes are ready', () => {
    expect(cluster(0)).toMatchObject({
      name: 'test',
      node_image: 'kindest/node:v1.2.3@sha256:0',
      kubeconfig_path: '/somewhere/kubeconfig',
      wait_for_ready: true,
    });
  });

  it.each([0, 1, 3])('has one control-plane node, which holds ports of loopback, and %d workers', (workers) => {
    const ports = [{ listen_address: '127.0.0.1', host_port: 8080, container_port: 30_080, protocol: 'TCP' }];
    expect(cluster(workers)).toHaveProperty('kind_config.node', [
      { role: 'control-plane', extra_port_mappings: ports },
      ...Array.from({ length: workers }, () => ({ role: 'worker' })),
    ]);
  });

  it('says nothing of networking, with which the provider would empty the DNS search list of the nodes', () => {
    expect(cluster(1)).not.toHaveProperty('kind_config.networking');
  });
});
