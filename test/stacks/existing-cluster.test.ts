import { stacksOf, valuesOf } from './terraform-json';

const settings = `
target: existing
cluster: { kubeconfig: ~/.kube/config, context: team@lab }
`;
const stacks = stacksOf({ settings });
const platform = stacks.get('platform');

describe('on an existing cluster the lab', () => {
  it('makes no cluster', () => {
    expect([...stacks.keys()]).toEqual(['observability', 'platform']);
  });

  it.each(['observability', 'platform'])('goes to the context of the settings and to no other: %s', (name) => {
    const access = { config_path: '~/.kube/config', config_context: 'team@lab' };
    expect(stacks.get(name)?.provider).toMatchObject({ kubernetes: [access], helm: [{ kubernetes: access }] });
  });

  it('asks for a LoadBalancer, and leaves the node ports to the cluster', () => {
    const values = platform && valuesOf('istio-ingressgateway', platform);
    expect(values).toMatchObject({
      service: { type: 'LoadBalancer', ports: [{ port: 15021 }, { port: 80 }, { port: 443 }] },
    });
    expect(JSON.stringify(values)).not.toContain('nodePort');
  });
});
