import * as z from 'zod';
import { LabProcess } from './lab-process';
import { UpCluster } from './up-cluster';

let up: UpCluster;

beforeAll(async () => {
  up = await UpCluster.start();
  await up.injector.answer();
});

afterAll(() => up.stop());

const lab = (...args: string[]): LabProcess => new LabProcess(up.folder, ...args);

const status = z.object({
  isFine: z.boolean(),
  services: z.array(
    z.object({ name: z.string(), mutualTls: z.string(), live: z.unknown().optional(), wanted: z.unknown() }),
  ),
  drift: z.object({ objects: z.array(z.object({ object: z.string(), effect: z.string() })) }),
});

async function statusJson() {
  const { stdout } = await lab('status', '--json').ended;
  return status.parse(JSON.parse(stdout));
}

describe('lab up, killed while it applies', () => {
  it('has applied a part', async () => {
    const applying = lab('up', '--only', 'apply');
    await applying.says(/^apply \.\.\./m);
    while ((await up.count('apps/v1', 'Deployment')) === 0) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await applying.kill();
    expect(await up.count('networking.istio.io/v1', 'VirtualService')).toBe(0);
  });

  it('is seen as drift', async () => {
    const { isFine, drift } = await statusJson();
    expect(isFine).toBe(false);
    expect(drift.objects).toContainEqual({ object: 'VirtualService frontend/frontend-vs', effect: 'new' });
  });

  it('says with --dry-run what is left to do, and does nothing', async () => {
    const { exitCode, stdout } = await lab('up', '--only', 'apply', '--dry-run').ended;
    expect(exitCode).toBe(0);
    expect(stdout).toContain('VirtualService frontend/frontend-vs: new');
    expect(await up.count('networking.istio.io/v1', 'VirtualService')).toBe(0);
  });

  it('ends what it began, when it is run again', async () => {
    up.controllers.nodesWork = true;
    const { exitCode, stdout } = await lab('up', '--only', 'apply').ended;
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringContaining('as they are') as string });
    expect(await up.versions()).not.toContain(undefined);
  });
});

describe('lab status', () => {
  it('shows the live share and mutual TLS of each service, and no drift', async () => {
    const { services, drift } = await statusJson();
    expect(drift.objects).toEqual([]);
    expect(services).toEqual([
      { name: 'frontend', mutualTls: 'STRICT', live: 10, wanted: 10 },
      { name: 'backend', mutualTls: 'STRICT', live: 'follow', wanted: 'follow' },
      { name: 'ml', mutualTls: 'STRICT', live: 'follow', wanted: 'follow' },
    ]);
  });
});

describe('lab up --dry-run', () => {
  it('ends with 1 where somebody else holds a field, as lab up would', async () => {
    const path = '/apis/networking.istio.io/v1/namespaces/frontend/virtualservices/frontend-vs';
    await up.send('PATCH', path, 'kubectl-edit', { spec: { hosts: ['theirs.example.com'] } });
    const { exitCode, stdout } = await lab('up', '--only', 'apply', '--dry-run').ended;
    expect(stdout).toContain('VirtualService frontend/frontend-vs: conflict: ');
    expect(exitCode).toBe(1);
  });
});
