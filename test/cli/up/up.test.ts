import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runLab } from '../run-main';
import { Machine } from '../stand-ins';

const up = (machine: Machine, ...args: string[]) => runLab(machine.folder, machine.env, 'up', ...args);

describe('the stage of a stack', () => {
  it('initializes and applies it, and sums it up in one line', async () => {
    const machine = await Machine.make();
    const { exitCode, stdout } = await up(machine, '--only', 'platform');
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: 'platform ...\nplatform: 1 added, 0 changed, 0 removed\n',
    });
    expect(machine.calls).toEqual(['platform init', 'platform apply']);
  });

  it('keeps all that Terraform says in a file that only the user can read', async () => {
    const machine = await Machine.make();
    await up(machine, '--only', 'platform');
    const log = join(machine.folder, 'cdktf.out', 'terraform.log');
    expect(readFileSync(log, 'utf8')).toContain('"started"');
    expect(statSync(log).mode & 0o777).toBe(0o600);
  });

  it('that fails says why, where all of it is, and how to go on', async () => {
    const machine = await Machine.make();
    machine.write('wishes', 'observability apply fail\n');
    const { exitCode, stderr } = await up(machine, '--only', 'observability');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('a.b: no luck: try again\nAll it said: cdktf.out/terraform.log');
    expect(stderr).toContain('`lab up --from observability` goes on');
  });

  it('tells programs in one document what became of it', async () => {
    const machine = await Machine.make();
    machine.write('wishes', 'platform init fail\n');
    const { exitCode, stdout } = await up(machine, '--only', 'platform', '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ isFine: false, steps: [{ title: 'platform', outcome: 'failed' }] });
  });

  it('passes one interrupt on to Terraform and waits for it, however often it is asked to stop', async () => {
    const machine = await Machine.make();
    machine.write('wishes', 'platform apply hang\n');
    const lab = join(__dirname, '..', '..', '..', 'bin', 'lab.cjs');
    const child = spawn(process.execPath, [lab, 'up', '--from', 'platform'], {
      cwd: machine.folder,
      env: { ...process.env, ...machine.env },
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    while (!machine.calls.includes('platform apply')) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    child.kill('SIGINT');
    child.kill('SIGTERM');
    await once(child, 'close');
    expect(child.exitCode).toBe(1);
    expect(machine.calls).toEqual(['platform init', 'platform apply', 'platform interrupted']);
    expect(stderr).toContain('`lab up --from platform` goes on, `lab down` removes what is there');
  });
});

describe('the stage of the cluster', () => {
  const cluster = (machine: Machine, ...args: string[]) => up(machine, '--only', 'cluster', ...args);

  it('makes what the plan says', async () => {
    const machine = await Machine.make();
    machine.write('wishes', 'cluster plan change\n');
    expect((await cluster(machine)).exitCode).toBe(0);
    expect(machine.calls).toEqual(['cluster init', 'cluster state list', 'cluster plan', 'cluster apply PLAN']);
  });

  it('applies nothing if the cluster is as it should be', async () => {
    const machine = await Machine.make();
    expect((await cluster(machine)).stdout).toContain('cluster: plan: the cluster is as it should be');
    expect(machine.calls).not.toContainEqual(expect.stringContaining('apply'));
  });

  it('replaces no cluster without a yes', async () => {
    const machine = await Machine.make();
    machine.write('wishes', 'cluster plan replace\n');
    const { exitCode, stderr } = await cluster(machine);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('it is DELETED with all that is in it');
    expect(machine.calls).not.toContainEqual(expect.stringContaining('apply'));
    expect((await cluster(machine, '--yes')).exitCode).toBe(0);
    expect(machine.calls.at(-1)).toBe('cluster apply PLAN');
  });

  it('forgets a cluster that was deleted behind its back', async () => {
    const machine = await Machine.make();
    machine.write('state-cluster', 'kind_cluster.it\n');
    machine.write('wishes', 'cluster plan change\n');
    expect((await cluster(machine)).exitCode).toBe(0);
    expect(machine.calls).toContain('cluster state rm kind_cluster.it');
  });

  it('does not touch a cluster of the name that is not its own', async () => {
    const machine = await Machine.make();
    machine.write('nodes', 'mesh-lab-control-plane\n');
    const { exitCode, stderr } = await cluster(machine);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(
      'a Kind cluster mesh-lab is there (mesh-lab-control-plane, ...) that Terraform does not know',
    );
    expect(machine.calls).not.toContainEqual(expect.stringContaining('plan'));
  });
});

describe('lab up', () => {
  it('refuses a stage that there is none of, and both ways to choose at once', async () => {
    const machine = await Machine.make();
    expect((await up(machine, '--only', 'everything')).exitCode).toBe(2);
    expect((await up(machine, '--only', 'render', '--from', 'apply')).exitCode).toBe(2);
  });

  it.each([[[]], [['--dry-run']], [['--only', 'verify']]])(
    'begins nothing on a cluster of somebody else, if its last stage would not know the gateway: %j',
    async (args) => {
      const machine = await Machine.make();
      machine.write('settings.yaml', 'target: existing\ncluster: { context: theirs }\n');
      const { exitCode, stdout, stderr } = await up(machine, ...args);
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(stderr).toContain('write it like `--gateway 192.0.2.7`');
      expect(machine.calls).toEqual([]);
    },
  );

  it('needs no gateway for stages that do not ask it, and takes one that is told', async () => {
    const machine = await Machine.make();
    machine.write('settings.yaml', 'target: existing\ncluster: { context: theirs }\n');
    expect((await up(machine, '--only', 'platform', '--dry-run')).exitCode).toBe(0);
    const told = await up(machine, '--only', 'verify', '--dry-run', '--gateway', '192.0.2.7');
    expect(told.stdout).toContain('verify: would see that the lab answers');
  });

  it('with --dry-run says what it would do, and does nothing', async () => {
    const machine = await Machine.make();
    const { exitCode, stdout } = await up(machine, '--from', 'cluster', '--dry-run');
    expect(stdout).toContain('cluster: would apply cdktf.out/stacks/cluster');
    expect(stdout).toContain('apply: dist: ');
    expect(exitCode).toBe(2);
    expect(machine.calls).toEqual([]);
    expect(machine.has('state')).toBe(false);
  });

  it('with --dry-run needs no files and no cluster that it would make', async () => {
    const machine = await Machine.make();
    const { stdout } = await up(machine, '--dry-run');
    expect(stdout).toContain('apply: would apply what is rendered then');
  });
});
