import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { labOf } from '../../stacks/rendered';
import { startProxy } from '../prometheus/proxy';
import { rounding, scraped } from '../prometheus/scraped';
import { startPrometheus } from '../prometheus/server';
import { LabCluster } from './lab-cluster';
import type { LabProcess } from './lab-process';
import { Pump } from './pump';
import { type Relay, startRelay } from './relay';
import type { Shares } from './shares';

/** `traffic.yaml` at the beginning of every test. */
export const traffic = `# Who answers.
splits:
  frontend: 0 # percent
  backend: follow
  ml: follow
`;

/** Everything that a promotion needs: a cluster, a Prometheus, requests that it counts, and ways to them that can be cut. */
export class Stage {
  /** Every share that the frontend's canary has had in this test. */
  shares: Shares;

  private constructor(
    readonly lab: LabCluster,
    readonly metrics: Relay,
    readonly pump: Pump,
    private readonly settle: () => Promise<void>,
    private readonly started: readonly (() => unknown)[],
  ) {
    this.shares = lab.shares('frontend');
  }

  static async start(): Promise<Stage> {
    const started: (() => unknown)[] = [];
    try {
      const proxy = await startProxy();
      started.unshift(() => proxy.stop());
      const prometheus = await startPrometheus(labOf({}).mesh, proxy.target);
      started.unshift(() => prometheus.stop());
      const metrics = await startRelay(Number(new URL(prometheus.url).port));
      started.unshift(() => metrics.cut());
      const pump = new Pump(proxy, 'frontend');
      started.unshift(() => {
        pump.stop();
      });
      const lab = await LabCluster.start({ traffic, settings: settings(metrics, [50, 100]) });
      started.unshift(() => lab.stop());
      const settle = async (): Promise<void> => {
        await scraped(proxy, prometheus);
        await sleep(rounding);
      };
      return new Stage(lab, metrics, pump, settle, started);
    } catch (error) {
      await stopAll(started);
      throw error;
    }
  }

  /** Everything is as at the beginning, also for the gate, and a promotion takes two steps. */
  async reset(): Promise<void> {
    this.shares.stop();
    this.pump.errors = 0;
    this.takeSteps(50, 100);
    const { exitCode, stdout, stderr } = await this.lab.lab('canary', 'rollback').ended;
    if (exitCode !== 0) {
      throw new Error(`${stdout}${stderr}`);
    }
    // Errors of the last test are in no window of the next.
    await this.settle();
    this.shares = this.lab.shares('frontend');
    await this.shares.begun;
  }

  /** Few steps take little time. */
  takeSteps(...steps: readonly number[]): void {
    const cluster = { kubeconfig: join(this.lab.folder, 'kubeconfig') };
    writeFileSync(join(this.lab.folder, 'settings.yaml'), stringify({ ...settings(this.metrics, steps), cluster }));
  }

  promote(): LabProcess {
    return this.lab.lab('canary', 'promote', 'frontend');
  }

  async stop(): Promise<void> {
    this.shares.stop();
    await stopAll(this.started);
  }
}

async function stopAll(started: readonly (() => unknown)[]): Promise<void> {
  for (const stop of started) {
    await stop();
  }
}

function settings({ port }: Relay, steps: readonly number[]): object {
  const prometheus = `http://127.0.0.1:${port}`;
  return { promotion: { steps, observe: '10s', soak: '10s', holdFor: '5m', minRequests: 50, prometheus } };
}
