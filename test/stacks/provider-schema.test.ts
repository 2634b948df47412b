import { kindClusterBlock } from './kind-schema';
import { blockProblems } from './provider-schema';

describe('the schema of the provider', () => {
  const config = { api_version: 'kind.x-k8s.io/v1alpha4', kind: 'Cluster' };

  it.each([
    ['an unknown attribute', { name: 'a', nodes: 3 }, '/nodes: unknown'],
    ['a missing attribute', {}, '/name: missing'],
    ['an attribute of another type', { name: 7 }, '/name: not a string'],
    ['a yes in quotes', { name: 'a', wait_for_ready: 'true' }, '/wait_for_ready: not a bool'],
    ['an attribute for reading', { name: 'a', endpoint: 'b' }, '/endpoint: for reading only'],
    ['two blocks where one may be', { name: 'a', kind_config: [config, config] }, '/kind_config: more than one block'],
    ['a list where one block is', { name: 'a', timeouts: [{ create: '1m' }] }, '/timeouts: more than one block'],
    [
      'a missing attribute inside',
      { name: 'a', kind_config: { kind: 'Cluster' } },
      '/kind_config/api_version: missing',
    ],
    [
      'an unknown block inside',
      { name: 'a', kind_config: { ...config, node: [{ role: 'worker', ports: [] }] } },
      '/kind_config/node[0]/ports: unknown',
    ],
    [
      'a port that is a text',
      { name: 'a', kind_config: { ...config, node: [{ extra_port_mappings: [{ host_port: '80' }] }] } },
      '/kind_config/node[0]/extra_port_mappings[0]/host_port: not a number',
    ],
    [
      'a map whose values are no texts',
      { name: 'a', kind_config: { ...config, feature_gates: { A: true } } },
      '/kind_config/feature_gates/A: not a string',
    ],
    ['a block that is a text', { name: 'a', kind_config: 'Cluster' }, '/kind_config: not a block'],
  ])('does not accept %s', (_, content, problem) => {
    expect(blockProblems(kindClusterBlock, content)).toEqual([problem]);
  });
});
