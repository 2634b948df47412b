import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { lab as model } from '../../telemetry/meshes';
import { type Proxy, startProxy } from '../prometheus/proxy';
import { type Prometheus, startPrometheus } from '../prometheus/server';
import { LabCluster } from './lab-cluster';
import type { LabProcess } from './lab-process';
import { Pump } from './pump';
import { type Relay, startRelay } from './relay';
import { Shares } from './shares';

jest.setTimeout(15 * 60_000);

const traffic = `# Who answers.
splits:
  frontend: 0 # percent
  backend: follow
  ml: follow
`;

let proxy: Proxy;
let prometheus: Prometheus;
let metrics: Relay;
let pump: Pump;
let lab: LabCluster;
let shares: Shares;
/** What has been started, to be stopped in the opposite order. */
const started: (() => unknown)[] = [];

beforeAll(async () => {
  proxy = await startProxy();
  started.push(() => proxy.stop());
  prometheus = await startPrometheus(model, proxy.target);
  started.push(() => prometheus.stop());
  metrics = await startRelay(Number(new URL(prometheus.url).port));
  started.push(() => metrics.cut());
  pump = new Pump(proxy, 'frontend');
  started.push(() => {
    pump.stop();
  });
  lab = await LabCluster.start({ traffic, settings: settings([5, 20, 50, 80, 100]) });
  started.push(() => lab.stop());
});

afterAll(async () => {
  for (const stop of started.reverse()) {
    await stop();
  }
});

function settings(steps: readonly number[]): object {
  const prometheusUrl = `http://127.0.0.1:${metrics.port}`;
  return {
    promotion: { steps, observe: '10s', soak: '10s', holdFor: '5m', minRequests: 50, prometheus: prometheusUrl },
  };
}

/** From here on with fewer steps, which take less time. */
function takeSteps(...steps: readonly number[]): void {
  const cluster = { kubeconfig: join(lab.folder, 'kubeconfig') };
  writeFileSync(join(lab.folder, 'settings.yaml'), stringify({ ...settings(steps), cluster }));
}

beforeEach(async () => {
  pump.errors = 0;
  expect((await lab.lab('canary', 'rollback').ended).exitCode).toBe(0);
  shares = new Shares(lab, 'frontend');
});

afterEach(() => {
  shares.stop();
});

function promote(): LabProcess {
  return lab.lab('canary', 'promote', 'frontend');
}

describe('a promotion', () => {
  it('goes through all steps, and leaves the share in traffic.yaml with every comment', async () => {
    const { exitCode, stdout } = await promote().ended;
    expect(stdout).toMatch(/promoted: the soak is over/);
    expect(exitCode).toBe(0);
    expect(shares.seen).toEqual([0, 5, 20, 50, 80, 100]);
    expect(lab.traffic).toBe(traffic.replace('frontend: 0', 'frontend: 100'));
  });

  it('goes on where it was after its process was killed, at each of its steps', async () => {
    for (const step of [5, 20, 50, 80, 100]) {
      const promoter = promote();
      await promoter.says(new RegExp(`the canary has ${step} %`));
      expect((await promoter.kill()).exitCode).toBeNull();
      expect(await lab.share('frontend')).toBe(step);
    }
    const { exitCode } = await promote().ended;
    expect(exitCode).toBe(0);
    expect(shares.seen).toEqual([0, 5, 20, 50, 80, 100]);
    expect(lab.traffic).toContain('frontend: 100 # percent');
  });

  it('goes on after its process was killed at any moment', async () => {
    takeSteps(50, 100);
    for (let killed = 0; killed < 6; killed += 1) {
      const promoter = promote();
      await promoter.says(/frontend +\d+ %/);
      await sleep(killed * 400);
      await promoter.kill();
    }
    const { exitCode } = await promote().ended;
    expect(exitCode).toBe(0);
    expect(shares.seen).toEqual([0, 50, 100]);
  });

  it('is rolled back when the canary fails more requests than it may', async () => {
    const promoter = promote();
    await promoter.says(/the canary has 50 %/);
    pump.errors = 0.2;
    const { exitCode, stdout } = await promoter.ended;
    expect(stdout).toMatch(/rolled back: /);
    expect(exitCode).toBe(1);
    expect(shares.seen).toEqual([0, 50, 0]);
    expect(lab.traffic).toBe(traffic);
  });

  it('survives an API server that is away for twenty seconds', async () => {
    const promoter = promote();
    await promoter.says(/the canary has 50 %/);
    await lab.relay.cut();
    await sleep(20_000);
    await lab.relay.mend();
    const { exitCode, stderr } = await promoter.ended;
    expect(stderr).toMatch(/does not answer/);
    expect(exitCode).toBe(0);
    expect(shares.seen).toEqual([0, 50, 100]);
  });

  it('stays where it is while Prometheus does not answer', async () => {
    const promoter = promote();
    await promoter.says(/the canary has 50 %/);
    await metrics.cut();
    await promoter.says(/ERROR/);
    // Twice as long as the step would have been watched.
    await sleep(20_000);
    expect(await lab.share('frontend')).toBe(50);
    await metrics.mend();
    const { exitCode } = await promoter.ended;
    expect(exitCode).toBe(0);
    expect(shares.seen).toEqual([0, 50, 100]);
  });

  it('is run by one process: a second one is told who the first is', async () => {
    const first = promote();
    await first.says(/the canary has 50 %/);
    const second = await promote().ended;
    expect(second.stderr).toMatch(/the promotion is run by \S+/);
    expect(second.exitCode).toBe(1);
    expect((await first.ended).exitCode).toBe(0);
    expect(shares.seen).toEqual([0, 50, 100]);
  });

  it('pauses when somebody else writes the route, and writes over it only if told to', async () => {
    const promoter = promote();
    await promoter.says(/the canary has 50 %/);
    await lab.edit('frontend', 33);
    const paused = await promoter.ended;
    expect(paused.stdout).toMatch(/paused: the cluster has a share of 33 %, written by kubectl-edit/);
    expect(paused.exitCode).toBe(1);
    expect(await lab.share('frontend')).toBe(33);

    const refused = await lab.lab('canary', 'resume', 'frontend').ended;
    expect(refused.stderr).toMatch(/--take-over/);
    expect(refused.exitCode).toBe(1);
    expect(await lab.share('frontend')).toBe(33);

    const resumed = await lab.lab('canary', 'resume', 'frontend', '--take-over').ended;
    expect(resumed.exitCode).toBe(0);
    expect(shares.seen).toEqual([0, 50, 33, 50, 100]);
  });

  it('is paused and resumed from elsewhere, and observes its step anew', async () => {
    const promoter = promote();
    await promoter.says(/the canary has 50 %/);
    expect((await lab.lab('canary', 'pause', 'frontend').ended).exitCode).toBe(0);
    await promoter.says(/paused/);
    await sleep(12_000);
    expect(await lab.share('frontend')).toBe(50);
    const resumed = await lab.lab('canary', 'resume', 'frontend').ended;
    expect(resumed.stdout).toMatch(/goes on with it/);
    expect((await promoter.ended).exitCode).toBe(0);
    expect(shares.seen).toEqual([0, 50, 100]);
  });

  it('ends where somebody rolls back, and never writes again', async () => {
    const promoter = promote();
    await promoter.says(/the canary has 50 %/);
    const rollback = await lab.lab('canary', 'rollback', '--json').ended;
    expect(JSON.parse(rollback.stdout)).toMatchObject({
      services: [{ service: 'frontend', endedPromotionAt: 50 }, {}, {}],
    });
    const { exitCode, stdout } = await promoter.ended;
    expect(stdout).toMatch(/rolled back: an operator rolled everything back/);
    expect(exitCode).toBe(1);
    expect(shares.seen).toEqual([0, 50, 0]);
    expect(lab.traffic).toBe(traffic);
  });

  it('ends when it is aborted', async () => {
    const promoter = promote();
    await promoter.says(/the canary has 50 %/);
    expect((await lab.lab('canary', 'abort', 'frontend').ended).exitCode).toBe(0);
    expect((await promoter.ended).exitCode).toBe(1);
    expect(shares.seen).toEqual([0, 50, 0]);
  });

  it('is rolled back during the soak, with Prometheus away', async () => {
    const promoter = promote();
    await promoter.says(/the soak begins/);
    await metrics.cut();
    const rollback = await lab.lab('canary', 'rollback', 'frontend').ended;
    await metrics.mend();
    expect(rollback.exitCode).toBe(0);
    expect((await promoter.ended).exitCode).toBe(1);
    expect(shares.seen).toEqual([0, 50, 100, 0]);
  });

  it('gives no share to a canary without ready pods, and goes back when they are gone', async () => {
    await lab.setReady('frontend', 'frontend-canary', false);
    const promoter = promote();
    await promoter.says(/no pod of the canary is ready/);
    expect(await lab.share('frontend')).toBe(0);
    await lab.setReady('frontend', 'frontend-canary', true);
    await promoter.says(/the canary has 50 %/);
    await lab.setReady('frontend', 'frontend-canary', false);
    const { stdout } = await promoter.ended;
    await lab.setReady('frontend', 'frontend-canary', true);
    expect(stdout).toMatch(/rolled back: no pod of the canary is ready/);
    expect(shares.seen).toEqual([0, 50, 0]);
  });
});
