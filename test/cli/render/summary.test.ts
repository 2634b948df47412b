import { summary } from '../../../cli/render/summary';
import { defaultSettings } from '../../../stacks/settings';

describe('the summary', () => {
  it('says how many files lie where, and the next commands', () => {
    const files = ['cdktf.out/a.json', 'dist/b.yaml', 'dist/remove/c.yaml'];
    expect(summary(files, [], defaultSettings).split('\n')).toEqual([
      'Rendered 3 files: 1 in cdktf.out/, 2 in dist/',
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
