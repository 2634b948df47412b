import { setTimeout as sleep } from 'node:timers/promises';
import { Stage, traffic } from './stage';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.start();
});

afterAll(() => stage.stop());

beforeEach(() => stage.reset());

afterEach(() => {
  stage.shares.stop();
});

describe('a promotion under way', () => {
  it('is run by one process: a second one is told who the first is', async () => {
    const first = stage.promote();
    await first.says(/the canary has 50 %/);
    const second = await stage.promote().ended;
    expect(second.stderr).toMatch(/the promotion is run by \S+/);
    expect(second.exitCode).toBe(1);
    expect((await first.ended).exitCode).toBe(0);
    expect(stage.shares.seen).toEqual([0, 50, 100]);
  });

  it('pauses when somebody else writes the route, and writes over it only if told to', async () => {
    const promoter = stage.promote();
    await promoter.says(/the canary has 50 %/);
    await stage.lab.edit('frontend', 33);
    const paused = await promoter.ended;
    expect(paused.stdout).toMatch(/paused: the cluster has a share of 33 %, written by kubectl-edit/);
    expect(paused.exitCode).toBe(1);
    expect(await stage.lab.share('frontend')).toBe(33);

    const refused = await stage.lab.lab('canary', 'resume', 'frontend').ended;
    expect(refused.stderr).toMatch(/--take-over/);
    expect(refused.exitCode).toBe(1);
    expect(await stage.lab.share('frontend')).toBe(33);

    const resumed = await stage.lab.lab('canary', 'resume', 'frontend', '--take-over').ended;
    expect(resumed.exitCode).toBe(0);
    expect(stage.shares.seen).toEqual([0, 50, 33, 50, 100]);
  });

  it('does not begin where the cluster has another share than the file', async () => {
    await stage.lab.edit('frontend', 33);
    const { exitCode, stderr } = await stage.promote().ended;
    expect(stderr).toMatch(/the file says 0 %, and the cluster has 33 %/);
    expect(exitCode).toBe(1);
    expect(stage.shares.seen).toEqual([0, 33]);
  });

  it('is paused and resumed from elsewhere, and observes its step anew', async () => {
    const promoter = stage.promote();
    await promoter.says(/the canary has 50 %/);
    expect((await stage.lab.lab('canary', 'pause', 'frontend').ended).exitCode).toBe(0);
    await promoter.says(/paused/);
    await sleep(12_000);
    expect(await stage.lab.share('frontend')).toBe(50);
    const resumed = await stage.lab.lab('canary', 'resume', 'frontend').ended;
    expect(resumed.stdout).toMatch(/goes on with it/);
    expect((await promoter.ended).exitCode).toBe(0);
    expect(stage.shares.seen).toEqual([0, 50, 100]);
  });

  it('ends where somebody rolls back, and never writes again', async () => {
    const promoter = stage.promote();
    await promoter.says(/the canary has 50 %/);
    const rollback = await stage.lab.lab('canary', 'rollback', '--json').ended;
    expect(JSON.parse(rollback.stdout)).toMatchObject({
      services: [{ service: 'frontend', endedPromotionAt: 50 }, {}, {}],
    });
    const { exitCode, stdout } = await promoter.ended;
    expect(stdout).toMatch(/rolled back: an operator rolled everything back/);
    expect(exitCode).toBe(1);
    expect(stage.shares.seen).toEqual([0, 50, 0]);
    expect(stage.lab.traffic).toBe(traffic);
  });

  it('is kept when its process is told to end, for the next one to go on at once', async () => {
    const first = stage.promote();
    await first.says(/the canary has 50 %/);
    first.interrupt();
    const { exitCode, stderr } = await first.ended;
    expect(stderr).toMatch(/interrupted by SIGINT: the promotion of frontend stays where it is/);
    expect(exitCode).toBe(1);
    expect(await stage.lab.share('frontend')).toBe(50);
    expect((await stage.promote().ended).exitCode).toBe(0);
    expect(stage.shares.seen).toEqual([0, 50, 100]);
  });

  it('ends when it is aborted', async () => {
    const promoter = stage.promote();
    await promoter.says(/the canary has 50 %/);
    expect((await stage.lab.lab('canary', 'abort', 'frontend').ended).exitCode).toBe(0);
    expect((await promoter.ended).exitCode).toBe(1);
    expect(stage.shares.seen).toEqual([0, 50, 0]);
  });

  it('is rolled back during the soak, with Prometheus away', async () => {
    const promoter = stage.promote();
    await promoter.says(/the soak begins/);
    await stage.metrics.cut();
    const rollback = await stage.lab.lab('canary', 'rollback', 'frontend').ended;
    await stage.metrics.mend();
    expect(rollback.exitCode).toBe(0);
    expect((await promoter.ended).exitCode).toBe(1);
    expect(stage.shares.seen).toEqual([0, 50, 100, 0]);
  });
});
