import { kindClusterBlock, kindVersion } from './kind-schema';
import { blockProblems } from './provider-schema';
import { stackOf, valuesOf } from './terraform-json';

const stack = stackOf('cluster', { settings: 'ports: { http: 8080, https: 8443 }' });
const [resource = {}, ...others] = Object.values(stack.resource['kind_cluster'] ?? {});
// What cdktf notes for itself.
const cluster = Object.fromEntries(Object.entries(resource).filter(([name]) => name !== '//'));

describe('the Kind cluster', () => {
  it('is the only resource of its stack', () => {
    expect(Object.keys(stack.resource)).toEqual(['kind_cluster']);
    expect(others).toEqual([]);
  });

  it('is what the schema of the provider accepts, which is the version that the stack pins', () => {
    expect(blockProblems(kindClusterBlock, cluster)).toEqual([]);
    expect(stack.terraform.required_providers['kind']).toEqual({
      source: 'tehcyx/kind',
      version: kindVersion,
    });
  });

  it('has one control-plane node, which holds the ports of this machine alone, and two workers', () => {
    const port = { listen_address: '127.0.0.1', protocol: 'TCP' };
    expect(cluster).toMatchObject({
      kind_config: {
        node: [
          {
            role: 'control-plane',
            extra_port_mappings: [
              { ...port, host_port: 8080, container_port: 30080 },
              { ...port, host_port: 8443, container_port: 30443 },
            ],
          },
          { role: 'worker' },
          { role: 'worker' },
        ],
      },
    });
  });

  it('is there only when its nodes are ready, which may take ten minutes', () => {
    expect(cluster).toMatchObject({ wait_for_ready: true, timeouts: { create: '10m' } });
  });

  it('opens no port to the network of the machine', () => {
    const text = JSON.stringify(cluster);
    expect(text.match(/"host_port"/g)).toHaveLength(2);
    expect(text.match(/"listen_address":"127\.0\.0\.1"/g)).toHaveLength(2);
    expect(text).not.toContain('0.0.0.0');
  });

  it('leads its ports to those of the gateway', () => {
    expect(valuesOf('istio-ingressgateway', stackOf('platform'))).toMatchObject({
      service: { type: 'NodePort', ports: [{}, { port: 80, nodePort: 30080 }, { port: 443, nodePort: 30443 }] },
    });
  });

  it('runs a node image that can be no other tomorrow', () => {
    const image: unknown = expect.stringMatching(/^kindest\/node:v1\.\d+\.\d+@sha256:[0-9a-f]{64}$/);
    expect(cluster).toMatchObject({ node_image: image });
  });

  it('writes its kubeconfig where the other stacks read it', () => {
    expect(stackOf('platform').provider['kubernetes']).toMatchObject([
      { config_path: cluster['kubeconfig_path'], config_context: `kind-${String(cluster['name'])}` },
    ]);
  });
});
