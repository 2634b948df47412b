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

describe('a promotion', () => {
  it('goes through all steps, and leaves the share in traffic.yaml with every comment', async () => {
    stage.takeSteps(5, 20, 50, 80, 100);
    const { exitCode, stdout } = await stage.promote().ended;
    expect(stdout).toMatch(/promoted: the soak is over/);
    expect(exitCode).toBe(0);
    expect(stage.shares.seen).toEqual([0, 5, 20, 50, 80, 100]);
    expect(stage.lab.traffic).toBe(traffic.replace('frontend: 0', 'frontend: 100'));
  });

  it('goes on where it was after its process was killed, at each of its steps', async () => {
    stage.takeSteps(5, 20, 50, 80, 100);
    for (const step of [5, 20, 50, 80, 100]) {
      const promoter = stage.promote();
      await promoter.says(new RegExp(`the canary has ${step} %`));
      expect((await promoter.kill()).exitCode).toBeNull();
      expect(await stage.lab.share('frontend')).toBe(step);
    }
    const { exitCode } = await stage.promote().ended;
    expect(exitCode).toBe(0);
    expect(stage.shares.seen).toEqual([0, 5, 20, 50, 80, 100]);
    expect(stage.lab.traffic).toContain('frontend: 100 # percent');
  });

  it('goes on after its process was killed at any moment', async () => {
    for (let killed = 0; killed < 4; killed += 1) {
      const promoter = stage.promote();
      await promoter.says(/frontend +\d+ %/);
      await sleep(killed * 600);
      await promoter.kill();
    }
    const { exitCode } = await stage.promote().ended;
    expect(exitCode).toBe(0);
    expect(stage.shares.seen).toEqual([0, 50, 100]);
  });

  it('is rolled back when the canary fails more requests than it may', async () => {
    const promoter = stage.promote();
    await promoter.says(/the canary has 50 %/);
    stage.pump.errors = 0.2;
    const { exitCode, stdout } = await promoter.ended;
    expect(stdout).toMatch(/rolled back: /);
    expect(exitCode).toBe(1);
    expect(stage.shares.seen).toEqual([0, 50, 0]);
    expect(stage.lab.traffic).toBe(traffic);
  });

  it('survives an API server that is away for twenty seconds', async () => {
    const promoter = stage.promote();
    await promoter.says(/the canary has 50 %/);
    await stage.lab.relay.cut();
    await sleep(20_000);
    await stage.lab.relay.mend();
    const { exitCode, stdout, stderr } = await promoter.ended;
    expect(stderr).toMatch(/does not answer/);
    expect(stdout).toMatch(/promoted: the soak is over/);
    expect(exitCode).toBe(0);
    expect(stage.shares.seen).toEqual([0, 50, 100]);
  });

  it('stays where it is while Prometheus does not answer', async () => {
    const promoter = stage.promote();
    await promoter.says(/the canary has 50 %/);
    await stage.metrics.cut();
    await promoter.says(/ERROR/);
    // Twice as long as the step would have been watched.
    await sleep(20_000);
    expect(await stage.lab.share('frontend')).toBe(50);
    await stage.metrics.mend();
    const { exitCode } = await promoter.ended;
    expect(exitCode).toBe(0);
    expect(stage.shares.seen).toEqual([0, 50, 100]);
  });

  it('gives no share to a canary without ready pods, and goes back when they are gone', async () => {
    await stage.lab.setReady('frontend', 'frontend-canary', false);
    const promoter = stage.promote();
    await promoter.says(/no pod of the canary is ready/);
    expect(await stage.lab.share('frontend')).toBe(0);
    await stage.lab.setReady('frontend', 'frontend-canary', true);
    await promoter.says(/the canary has 50 %/);
    await stage.lab.setReady('frontend', 'frontend-canary', false);
    const { stdout } = await promoter.ended;
    await stage.lab.setReady('frontend', 'frontend-canary', true);
    expect(stdout).toMatch(/rolled back: no pod of the canary is ready/);
    expect(stage.shares.seen).toEqual([0, 50, 0]);
  });
});
