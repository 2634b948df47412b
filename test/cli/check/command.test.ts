import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Run, runLab } from '../run-main';
import { filesBelow, tempFolder } from '../temp-folder';
import { broken, unreadable } from './broken';

const only = ['--only', 'KIA1101'];
const check = (folder: string, ...args: string[]): Promise<Run> => runLab(folder, {}, 'check', 'app', ...args);

describe('lab check: what it prints', () => {
  const folder = tempFolder({ 'app/route.yaml': unreadable });

  it.each([
    ['text', /^app\/route.yaml:9: error KIA1101/],
    ['json', /^\{\n {2}"objects": 1,/],
    ['sarif', /"version": "2.1.0"/],
    ['junit', /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites /],
    ['github', /^::error file=app\/route.yaml,line=11,title=input can not be read::/],
  ])('is %s, if it is told to, and ends with 2 for what can not be read', async (format, start) => {
    const { exitCode, stdout, stderr } = await check(folder, '--output', format);
    expect([exitCode, stdout]).toEqual([2, expect.stringMatching(start)]);
    expect(stderr).toContain('app/route.yaml:11: "kind: ["');
  });

  it.each(['json', 'sarif', 'junit', 'github'])('is %s even if nothing at all can be read', async (format) => {
    const { exitCode, stdout } = await runLab(folder, {}, 'check', 'nowhere', '--output', format);
    expect([exitCode, stdout]).toEqual([2, expect.stringContaining('there is such a file or folder')]);
  });

  it('takes --json for --output json, and not both', async () => {
    expect((await check(folder, '--json')).stdout).toBe((await check(folder, '--output', 'json')).stdout);
    expect((await check(folder, '--json', '--output', 'sarif')).exitCode).toBe(2);
  });
});

describe('lab check: what it fails for', () => {
  const folder = tempFolder({ 'app/route.yaml': broken });

  it('counts the checks that are named alone, by any of their codes', async () => {
    expect((await check(folder, '--only', 'KIA1101')).exitCode).toBe(1);
    expect((await check(folder, '--only', 'IST0101')).exitCode).toBe(1);
    expect((await check(folder, '--only', 'LAB010,LAB001')).stdout).toMatch(/2 checks: nothing found/);
    expect((await check(folder, ...only, '--skip', 'KIA1101')).stdout).toMatch(/ 0 checks: nothing found/);
  });

  it('ends with 2 for a code that no check has, and names the nearest', async () => {
    const { exitCode, stderr } = await check(folder, '--skip', 'kia1101,LAB010', '--only', 'nonsense');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--skip: "kia1101"\n  rule:   the code of a check\n  remedy: did you mean KIA1101?');
    expect(stderr).toContain('--only: "nonsense"');
  });

  it('does not fail for information, unless it is told to', async () => {
    const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { metadata: { annotations: { sidecar.istio.io/inject: "true" } }, spec: { containers: [{ name: web }] } } }
`;
    const old = tempFolder({ 'app/web.yaml': deployment });
    const ends = await Promise.all(
      ['warning', 'info', 'error'].map((level) => check(old, '--only', 'IST0135', '--fail-on', level)),
    );
    expect(ends.map(({ exitCode }) => exitCode)).toEqual([0, 1, 0]);
    expect(await check(old, '--only', 'IST0135')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('1 object, 1 check: 1 info') as string,
    });
  });

  it('ends with 2 for a level that there is not', async () => {
    expect(await check(folder, '--fail-on', 'fatal')).toMatchObject({ exitCode: 2, stdout: '' });
  });
});

describe('lab check: what is known', () => {
  it('fails for what is new alone, and says what is stale', async () => {
    const folder = tempFolder({ 'app/route.yaml': broken });
    const written = await check(folder, ...only, '--write-baseline', 'known.json');
    expect(written).toMatchObject({ exitCode: 0, stdout: '1 object, 1 check: nothing new\n1 known by known.json\n' });
    const moved = tempFolder({ ...filesBelow(folder), 'app/route.yaml': `\n\n${broken}` });
    expect(await check(moved, ...only, '--baseline', 'known.json')).toMatchObject({ exitCode: 0 });
    const other = broken.replace('host: nobody', 'host: somebody');
    const { exitCode, stdout } = await check(
      tempFolder({ ...filesBelow(folder), 'app/route.yaml': other }),
      ...only,
      '--baseline',
      'known.json',
    );
    expect(exitCode).toBe(1);
    expect(stdout).toContain('0 known by known.json\n1 of its entries is stale: write it anew with --write-baseline');
  });

  it('leaves the baseline as it is if some input can not be read', async () => {
    const folder = tempFolder({ 'app/route.yaml': unreadable, 'known.json': 'old' });
    expect((await check(folder, '--write-baseline', 'known.json')).exitCode).toBe(2);
    expect(readFileSync(join(folder, 'known.json'), 'utf8')).toBe('old');
  });

  it.each([
    ['is not there', {}, 'known.json: "known.json"\n  rule:   there is such a file'],
    ['is of another version', { 'known.json': '{"version":2,"findings":[]}' }, 'known.json:1: version: 2'],
    [
      'counts less than one',
      { 'known.json': '{"version":1,"findings":[{"code":"a","object":"b","field":"c","message":"d","count":0}]}' },
      'known.json:1: findings.0.count: 0',
    ],
  ])('ends with 2 for a baseline that %s', async (_, files, message) => {
    const { exitCode, stderr } = await check(
      tempFolder({ 'app/route.yaml': broken, ...files }),
      '--baseline',
      'known.json',
    );
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('.mesh-lab.yaml', () => {
  const files = {
    '.mesh-lab.yaml': 'only: [KIA1101]\nexclude: [app/vendor/**]\n',
    'app/route.yaml': broken,
    'app/vendor/other.yaml': broken.replaceAll('name: shop', 'name: other'),
  };

  it('is found above the folder that the user stands in', async () => {
    const folder = tempFolder(files);
    const { exitCode, stdout } = await runLab(join(folder, 'app'), {}, 'check', '.');
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining('1 object, 1 check: 1 error')]);
  });

  it('is looked for where npm was called', async () => {
    const folder = tempFolder(files);
    const { stdout } = await runLab(tempFolder(), { INIT_CWD: join(folder, 'app') }, 'check', join(folder, 'app'));
    expect(stdout).toContain('1 object, 1 check: 1 error');
  });

  it('is not looked for above the root of a git repository', async () => {
    const folder = tempFolder(files);
    mkdirSync(join(folder, 'app', '.git'));
    expect((await runLab(join(folder, 'app'), {}, 'check', '.')).stdout).toMatch(/^2 objects, \d{3} checks: /m);
  });

  it('leaves out what is found, not what is named', async () => {
    const { stdout } = await runLab(tempFolder(files), {}, 'check', 'app', 'app/vendor/other.yaml');
    expect(stdout).toContain('2 objects, 1 check: 2 errors');
  });

  it('gives way to the command line, setting by setting, and to --no-config', async () => {
    const folder = tempFolder(files);
    expect((await check(folder, '--only', 'LAB010')).stdout).toContain('1 object, 1 check: nothing found');
    expect((await check(folder, '--no-config')).stdout).toMatch(/^2 objects, \d{3} checks: /m);
    expect((await check(folder, '--config', 'absent.yaml')).exitCode).toBe(2);
  });

  it('names a baseline from its own folder', async () => {
    const folder = tempFolder({ ...files, '.mesh-lab.yaml': 'only: [KIA1101]\nbaseline: known.json\n' });
    await check(folder, '--write-baseline', 'known.json');
    expect(await runLab(join(folder, 'app'), {}, 'check', '.')).toMatchObject({ exitCode: 0 });
  });

  it('has every mistake told at once, with line and remedy', async () => {
    const folder = tempFolder({
      ...files,
      '.mesh-lab.yaml': 'failOn: fatal\nskip:\n  - KIA1109x\nexclud: []\nbaseline: 3\n',
    });
    const { exitCode, stderr } = await check(folder);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('.mesh-lab.yaml:1: failOn: "fatal"\n  rule:   one of: error, warning, info');
    expect(stderr).toMatch(
      /\.mesh-lab\.yaml:3: skip\.0: "KIA1109x"\n {2}rule: {3}the code of a check\n {2}remedy: did you mean/,
    );
    expect(stderr).toContain('.mesh-lab.yaml:4: exclud: "exclud"');
    expect(stderr).toContain('.mesh-lab.yaml:5: baseline: 3');
  });
});
