import { summary } from '../../../cli/render/summary';
import { defaultSettings } from '../../../stacks/settings';

describe('the summary', () => {
  it('names the files and the next commands', () => {
    expect(summary(['cdktf.out/a.json', 'dist/b.yaml'], [], defaultSettings).split('\n')).toEqual([
      'Rendered 2 files:',
      '  cdktf.out/a.json',
      '  dist/b.yaml',
      '',
      'Next: bring it up (needs Docker and Terraform or OpenTofu), or read the files.',
      '  npm run lab -- doctor',
      '  npm run lab -- up',
    ]);
  });

  it('names what else `kubectl` would apply', () => {
    const text = summary(['dist/b.yaml'], ['dist/mine.yaml'], defaultSettings);
    expect(text).toContain('Not ours, and `kubectl apply -f dist/` takes them along:\n  dist/mine.yaml\n');
  });

  it('of an existing cluster asks for no Docker', () => {
    const text = summary([], [], { ...defaultSettings, target: 'existing' });
    expect(text).toContain('(needs Terraform or OpenTofu)');
    expect(text).not.toContain('Docker');
  });
});
