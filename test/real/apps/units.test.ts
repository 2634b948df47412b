import { spawnSync } from 'node:child_process';
import { folderOf, type Tier } from '../../../apps/tiers';
import { python } from '../../../apps/local/built';

// Each tier has tests in its own language, run by what is usual there.
test.each<[Tier, readonly [string, ...string[]]]>([
  ['backend', ['go', 'vet', './...']],
  ['backend', ['go', 'test', '-race', './...']],
  ['ml', [python, '-B', '-m', 'pytest']],
  ['frontend', ['npm', 'run', 'types']],
  ['frontend', ['npm', 'test']],
])('%s: %p', (tier, [command, ...args]) => {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd: folderOf(tier), encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`${error?.message ?? 'It failed'}:\n${stdout}${stderr}`);
  }
});

test('the source of the backend is formatted', () => {
  const { status, stdout } = spawnSync('gofmt', ['-l', '.'], { cwd: folderOf('backend'), encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});
