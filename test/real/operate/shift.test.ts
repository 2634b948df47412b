import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LabCluster } from './lab-cluster';

const traffic = `# Who answers.
splits:
  frontend: 10 # percent
  backend: 20
  ml: follow
`;
const services = ['frontend', 'backend', 'ml'] as const;

let lab: LabCluster;

beforeAll(async () => {
  lab = await LabCluster.start({ traffic, settings: {} });
});

afterAll(() => lab.stop());

beforeEach(async () => {
  await run('canary', 'rollback');
  await run('canary', 'set', 'frontend', '10', '--take-over');
  await run('canary', 'set', 'backend', '20', '--take-over');
  expect(lab.traffic).toBe(traffic);
});

async function run(...args: string[]) {
  const ended = await lab.lab(...args).ended;
  return { ...ended, json: ended.stdout.startsWith('{') ? (JSON.parse(ended.stdout) as unknown) : undefined };
}

const shares = () => Promise.all(services.map((service) => lab.share(service)));
const generation = async (service: string) => (await lab.route(service))?.metadata.generation ?? 0;

describe('lab canary set', () => {
  it('writes the cluster, then the file, and nothing else in it', async () => {
    const { exitCode } = await run('canary', 'set', 'frontend', '25');
    expect(exitCode).toBe(0);
    expect(await shares()).toEqual([25, 20, 'follow']);
    expect(lab.traffic).toBe(traffic.replace('10 # percent', '25 # percent'));
  });

  it('says first which cluster it is', async () => {
    const { stderr } = await run('canary', 'set', 'frontend', '25', '--json');
    expect(stderr).toMatch(/^cluster: context kind-mesh-lab of .*kubeconfig$/m);
  });

  it('does nothing when it is dry', async () => {
    const { exitCode, json } = await run('canary', 'set', 'frontend', '25', '--dry-run', '--json');
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ service: 'frontend', split: 25, dryRun: true, file: null });
    expect(await shares()).toEqual([10, 20, 'follow']);
    expect(lab.traffic).toBe(traffic);
  });

  it('takes over without a word what others own and have not changed', async () => {
    await lab.applyAs('kubectl', 'frontend');
    const { exitCode, json } = await run('canary', 'set', 'frontend', '25', '--json');
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ takenFrom: [] });
  });

  it('shows what somebody changed, and writes over it only if told to', async () => {
    await lab.edit('frontend', 50);
    const refused = await run('canary', 'set', 'frontend', '25');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(/changed by somebody else: kubectl-edit holds \.spec\.http/);
    expect(await lab.share('frontend')).toBe(50);
    expect(lab.traffic).toBe(traffic);
    const { json } = await run('canary', 'set', 'frontend', '25', '--take-over', '--json');
    expect(json).toMatchObject({ takenFrom: [{ manager: 'kubectl-edit', field: '.spec.http' }] });
    expect(await lab.share('frontend')).toBe(25);
  });

  it.each([
    ['101', /whole number from 0 to 100/],
    ['ten', /whole number from 0 to 100/],
    ['', /whole number from 0 to 100/],
  ])('refuses a share of %p', async (share, message) => {
    const { exitCode, stderr } = await run('canary', 'set', 'frontend', share);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('refuses what traffic.yaml could not say, and services it does not know', async () => {
    const follow = await run('canary', 'set', 'frontend', 'follow');
    expect([follow.exitCode, follow.stderr]).toEqual([
      2,
      expect.stringMatching(/traffic\.yaml: splits\.frontend: "follow"/),
    ]);
    const unknown = await run('canary', 'set', 'shop', '5');
    expect([unknown.exitCode, unknown.stderr]).toEqual([
      2,
      expect.stringMatching(/name one of: frontend, backend, ml/),
    ]);
  });

  it('gives nothing to a release without ready pods', async () => {
    await lab.setReady('frontend', 'frontend-canary', false);
    const { exitCode, stderr } = await run('canary', 'set', 'frontend', '25');
    await lab.setReady('frontend', 'frontend-canary', true);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/no pod of frontend canary is ready/);
    expect(await lab.share('frontend')).toBe(10);
  });
});

describe('lab canary rollback', () => {
  it('writes each route once, and gives everything back', async () => {
    const before = await Promise.all(services.map(generation));
    const { exitCode, json } = await run('canary', 'rollback', '--json');
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ services: services.map((service) => ({ service, takenFrom: [] })) });
    expect(await shares()).toEqual([0, 0, 'follow']);
    // The route that follows was right already: the server saw its write, and no change.
    expect(await Promise.all(services.map(generation))).toEqual([
      (before[0] ?? 0) + 1,
      (before[1] ?? 0) + 1,
      before[2],
    ]);
    expect(lab.traffic).toBe(traffic.replace('10 # percent', '0 # percent').replace('backend: 20', 'backend: 0'));
  });

  it('takes over what somebody edited by hand, and says from whom', async () => {
    await lab.edit('frontend', 50);
    await lab.edit('ml', 50);
    const { json } = await run('canary', 'rollback', '--json');
    const lost = [{ manager: 'kubectl-edit', field: '.spec.http' }];
    expect(json).toMatchObject({ services: [{ takenFrom: lost }, { takenFrom: [] }, { takenFrom: lost }] });
    expect(await shares()).toEqual([0, 0, 'follow']);
  });

  it('of one service goes back with who leads a lane to it, and with nobody else', async () => {
    await run('canary', 'rollback', 'frontend');
    expect(await shares()).toEqual([0, 20, 'follow']);
    await run('canary', 'set', 'frontend', '10');
    const { json } = await run('canary', 'rollback', 'ml', '--json');
    expect(json).toMatchObject({ services: [{ service: 'backend' }, { service: 'ml' }] });
    expect(await shares()).toEqual([10, 0, 'follow']);
  });

  it('works while traffic.yaml can not be read, and leaves it to be mended', async () => {
    writeFileSync(join(lab.folder, 'traffic.yaml'), `${traffic}nonsense: true\n`);
    const { exitCode } = await run('canary', 'rollback');
    expect(exitCode).toBe(0);
    expect(await shares()).toEqual([0, 0, 'follow']);
    writeFileSync(join(lab.folder, 'traffic.yaml'), traffic);
  });

  it('does not send everybody to a stable release without ready pods, unless forced', async () => {
    await lab.setReady('frontend', 'frontend-stable', false);
    const refused = await run('canary', 'rollback');
    expect([refused.exitCode, refused.stdout]).toEqual([
      1,
      expect.stringMatching(/no pod of frontend stable is ready/),
    ]);
    expect(await shares()).toEqual([10, 0, 'follow']);
    const forced = await run('canary', 'rollback', '--force');
    await lab.setReady('frontend', 'frontend-stable', true);
    expect(forced.exitCode).toBe(0);
    expect(await lab.share('frontend')).toBe(0);
  });

  it('is in dist/rollback for kubectl as well', async () => {
    const file = readFileSync(join(lab.folder, 'dist', 'rollback', '0000-frontend.k8s.yaml'), 'utf8');
    await lab.applyAs('kubectl', 'frontend', file);
    expect(await lab.share('frontend')).toBe(0);
  });

  it('says what is wrong when the cluster does not answer', async () => {
    await lab.relay.cut();
    const { exitCode, stdout } = await run('canary', 'rollback');
    await lab.relay.mend();
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/frontend: not rolled back: the API server at \S+ does not answer/);
  });
});

describe('lab canary status', () => {
  it('shows where file and cluster differ, and how to mend it', async () => {
    expect((await run('canary', 'status')).exitCode).toBe(0);
    await lab.edit('frontend', 50);
    const { exitCode, stdout } = await run('canary', 'status');
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/frontend: the file says 10 %, the cluster has 50 %: `lab canary set frontend 10`/);
  });
});
