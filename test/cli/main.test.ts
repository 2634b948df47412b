import { toMatchFile } from 'jest-file-snapshot';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Run, runMain } from './run-main';
import { filesBelow, tempFolder } from './temp-folder';

expect.extend({ toMatchFile });

const root = join(__dirname, '..', '..');
const rendered = [
  'cdktf.out/manifest.json',
  'cdktf.out/stacks/cluster/cdk.tf.json',
  'cdktf.out/stacks/observability/cdk.tf.json',
  'cdktf.out/stacks/platform/cdk.tf.json',
  'dist/0000-istio-system.k8s.yaml',
  'dist/0001-ml.k8s.yaml',
  'dist/0002-backend.k8s.yaml',
  'dist/0003-frontend.k8s.yaml',
  'dist/0004-observability.k8s.yaml',
  'dist/0005-istio-ingress.k8s.yaml',
  'dist/remove/0000-application.k8s.yaml',
  'dist/rollback/0000-frontend.k8s.yaml',
  'dist/rollback/0001-backend.k8s.yaml',
  'dist/rollback/0002-ml.k8s.yaml',
];
const badInput = {
  'bad/settings.yaml': 'replicas: 0\ntarget: existing\n',
  'bad/traffic.yaml': '# too much\nsplits:\n  frontend: 101\n\tml: ten\n',
};
const badEnvironment = { LAB_SETTINGS: 'bad/settings.yaml', LAB_TRAFFIC: 'bad/traffic.yaml' };

const folder = tempFolder(badInput);
let good: Run;
let detailed: Run;
let files: Record<string, string>;
let bad: Run;
let debugged: Run;
let missing: Run;

beforeAll(async () => {
  for (const name of ['settings.yaml', 'traffic.yaml']) {
    copyFileSync(join(root, name), join(folder, name));
  }
  good = await runMain(folder);
  detailed = await runMain(folder, {}, '--details');
  files = filesBelow(folder);
  [bad, debugged, missing] = await Promise.all([
    runMain(folder, badEnvironment),
    runMain(folder, badEnvironment, '--debug'),
    runMain(folder, { LAB_TRAFFIC: 'nowhere.yaml' }),
  ]);
});

describe('npm start', () => {
  it('ends with 0 and has nothing to complain about', () => {
    expect(good).toMatchObject({ exitCode: 0, stderr: '' });
  });

  it('writes the files of both apps and nothing else', () => {
    const inputs = ['settings.yaml', 'traffic.yaml', ...Object.keys(badInput)];
    expect(Object.keys(files)).toEqual([...rendered, ...inputs].sort());
  });

  it('says how many files it wrote, and the next command', () => {
    expect(good.stdout).toContain(`Rendered ${rendered.length} files: 4 in cdktf.out/, 10 in dist/\n`);
    expect(good.stdout).toMatch(/\n {2}npm run lab -- doctor\n {2}npm run lab -- up\n$/);
  });

  it('says in 25 lines of 80 columns what it found', () => {
    const lines = good.stdout.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(25);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(good.stdout.match(/^ {2}✔ {2}\S/gm)).toHaveLength(6);
  });

  it.each([60, 80, 120, 200])('prints the whole proof in %i columns', async (width) => {
    const { stdout } = await runMain(folder, { COLUMNS: String(width) }, '--details');
    expect(stdout.replaceAll(/\d+ checks/g, 'all checks')).toMatchFile(
      join(__dirname, '__screens__', `start-${width}.txt`),
    );
    const tables = stdout.split('\n').filter((line) => /[│─]/.test(line));
    expect(Math.max(...tables.map((line) => line.length))).toBeLessThanOrEqual(width);
  });

  it('refuses options that it does not have, with 2', async () => {
    const { exitCode, stderr } = await runMain(folder, {}, '--detials');
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: "error: unknown option '--detials'\n(Did you mean --details?)\n",
    });
  });

  it.each([
    ['where requests go', 'Where requests go', 'frontend-service.frontend stable 90 %'],
    ['which releases meet', 'Releases that a request meets', 'canary 10 %'],
    ['what pods ask for', 'What pods ask for', 'it fits'],
    ['that every step is safe', 'Steps', 'safe at every step'],
    ['that nothing is wrong', 'Findings', 'nothing found'],
  ])('proves from the rendered files %s', (_, title, proof) => {
    const [, part = ''] = detailed.stdout.split(`${title}\n`);
    expect(part).toContain(proof);
  });
});

describe('npm start, cdktf and cdk8s at once in one folder', () => {
  it('wait for each other, and leave what each alone would', async () => {
    const shared = tempFolder();
    for (const name of ['settings.yaml', 'traffic.yaml']) {
      copyFileSync(join(root, name), join(shared, name));
    }
    const runs = await Promise.all([
      runMain(shared),
      runMain(shared),
      runMain(shared, { CDKTF_OUTDIR: 'cdktf.out' }),
      runMain(shared, { CDK8S_OUTDIR: 'dist' }),
    ]);
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
    const own = Object.entries(files).filter(([name]) => !name.startsWith('bad/'));
    expect(filesBelow(shared)).toEqual(Object.fromEntries(own));
  });
});

describe('npm start with bad input', () => {
  it('ends with 2 and leaves stdout empty', () => {
    expect(bad).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it('names every problem of both files, with file and line', () => {
    const places = bad.stderr.split('\n').filter((line) => !line.startsWith('  '));
    expect(places).toEqual([
      'bad/settings.yaml:1: replicas: 0',
      'bad/settings.yaml:1: cluster.context: missing',
      'bad/traffic.yaml:3: splits.frontend: 101',
      'bad/traffic.yaml:4: "\\tml: ten"',
      'bad/traffic.yaml:4: splits.ml: "ten"',
      '',
    ]);
  });

  it('says rule and remedy of each, and shows no stack trace', () => {
    expect(bad.stderr.match(/^ {2}rule: {3}\S/gm)).toHaveLength(5);
    expect(bad.stderr.match(/^ {2}remedy: \S/gm)).toHaveLength(5);
    expect(bad.stderr).not.toMatch(/^ +at /m);
  });

  it('shows a stack trace when asked to', () => {
    expect(debugged.exitCode).toBe(2);
    expect(debugged.stderr).toMatch(/^ +at /m);
  });

  it('names a file that is not there', () => {
    expect(missing).toMatchObject({ exitCode: 2, stdout: '' });
    expect(missing.stderr).toMatch(/^nowhere\.yaml: "nowhere\.yaml"\n/);
  });

  it('changes nothing that was rendered before', () => {
    expect(filesBelow(folder)).toEqual(files);
  });
});

describe('npm start where it can not write', () => {
  it('ends with 2 and says why, without a stack trace, and changes nothing', async () => {
    const before = { 'settings.yaml': '', 'traffic.yaml': '', 'cdktf.out/mine': 'old', dist: 'a file, and no folder' };
    const blocked = tempFolder(before);
    const { exitCode, stdout, stderr } = await runMain(blocked);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/dist/);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(filesBelow(blocked)).toEqual(before);
  });
});
