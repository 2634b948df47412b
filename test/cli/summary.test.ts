import { summary } from '../../cli/summary';
import { defaultSettings } from '../../stacks/settings';

describe('the summary', () => {
  it('names the files and the next commands', () => {
    expect(summary(['cdktf.out/a.json', 'dist/b.yaml'], defaultSettings).split('\n')).toEqual([
      'Rendered 2 files:',
      '  cdktf.out/a.json',
      '  dist/b.yaml',
      '',
      'Next: bring it up (needs Docker, Terraform and kubectl), or read the files.',
      '  npx cdktf deploy cluster platform observability',
      '  kubectl apply --server-side -f dist/ --kubeconfig kubeconfig --context kind-mesh-lab',
    ]);
  });

  it('of an existing cluster deploys no cluster, and names the context of the settings', () => {
    const cluster = { name: 'mesh-lab', kubeconfig: '~/.kube/config', context: 'team@lab' };
    const text = summary([], { ...defaultSettings, target: 'existing', cluster });
    expect(text).toContain('  npx cdktf deploy platform observability\n');
    expect(text).toMatch(/ --kubeconfig ~\/\.kube\/config --context team@lab$/);
    expect(text).not.toContain('Docker');
  });
});
