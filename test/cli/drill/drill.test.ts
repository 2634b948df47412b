import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderYaml } from '../../stacks/rendered';
import { runLab } from '../run-main';
import { filesBelow, tempFolder } from '../temp-folder';

const folder = tempFolder(Object.fromEntries(renderYaml().map(({ name, text }) => [join('dist', name), text])));

const lab = (...args: string[]) => runLab(folder, { COLUMNS: '80' }, 'drill', ...args);

describe('lab drill', () => {
  it('lists every fault, in 80 columns and as JSON', async () => {
    const { stdout, exitCode } = await lab('list');
    expect(exitCode).toBe(0);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    const all: unknown = JSON.parse((await lab('list', '--json')).stdout);
    expect(all).toContainEqual(
      expect.objectContaining({ name: 'wrong-subset', prediction: { by: 'check', codes: ['KIA1107'] } }),
    );
  });

  it('prints the broken object and its finding without a cluster', async () => {
    const { stdout, exitCode } = await lab('wrong-subset', '--dry-run');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^# predicted by KIA1107 /m);
    expect(stdout).toMatch(/subset: canary-v2/);
    expect(stdout).not.toMatch(/kind: Deployment/);
  });

  it('writes all files, so that `lab check` finds the one that is broken', async () => {
    const broken = join(folder, 'broken');
    await lab('deny-all-without-allow', '--dry-run', '--dir', broken);
    expect(readdirSync(broken)).toEqual(readdirSync(join(folder, 'dist')));
    const { stdout, exitCode } = await runLab(folder, {}, 'check', broken);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/error LAB020/);
  });

  it('writes nothing into a folder that has something in it', async () => {
    const before = filesBelow(join(folder, 'dist'));
    const { stderr, exitCode } = await lab('wrong-subset', '--dry-run', '--dir', 'dist');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('the folder is new or empty')]);
    expect(filesBelow(join(folder, 'dist'))).toEqual(before);
  });

  it('names the drills there are when it is asked for another', async () => {
    const { stderr, exitCode } = await lab('earthquake');
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/name one of: list, undo, wrong-subset/)]);
  });

  it('says what is missing where the files have no canary', async () => {
    writeFileSync(join(folder, 'lonely.yaml'), 'apiVersion: v1\nkind: Service\nmetadata: { name: a }\n');
    const { stderr, exitCode } = await lab('wrong-subset', 'lonely.yaml', '--dry-run');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('a service with a canary behind a gateway')]);
  });

  it('refuses to break a cluster that is not its own', async () => {
    const settings = 'target: existing\ncluster: { context: production, kubeconfig: none }\n';
    writeFileSync(join(folder, 'settings.yaml'), settings);
    writeFileSync(join(folder, 'traffic.yaml'), 'splits: { frontend: 10, backend: follow, ml: follow }\n');
    const { stderr, exitCode } = await lab('wrong-subset', '--gateway', '192.0.2.7');
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringMatching(/production is not a cluster of the lab's own[^]*--yes/),
    ]);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });
});
