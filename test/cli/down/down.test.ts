import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runLab } from '../run-main';
import { Machine } from '../stand-ins';

const down = (machine: Machine, ...args: string[]) => runLab(machine.folder, machine.env, 'down', ...args);

const kubeconfig = [
  'contexts: [{ name: kind-mesh-lab, context: { cluster: kind-mesh-lab, user: kind-mesh-lab } }]',
  'clusters: [{ name: kind-mesh-lab, cluster: { server: "https://127.0.0.1:1" } }]',
  'users: [{ name: kind-mesh-lab, user: {} }]\n',
].join('\n');

/** As after `lab up`. */
async function runningLab(): Promise<Machine> {
  const machine = await Machine.make();
  mkdirSync(join(machine.folder, 'state'));
  for (const stack of ['cluster', 'platform', 'observability']) {
    machine.write(`state-${stack}`, stack === 'cluster' ? 'kind_cluster.it\n' : `it.${stack}\n`);
    machine.write(`state/${stack}.tfstate`, '{}');
    machine.write(`state/${stack}.tfstate.1.backup`, '{}');
  }
  machine.write('nodes', 'mesh-lab-control-plane\nmesh-lab-worker\n');
  machine.write('kubeconfig', kubeconfig);
  return machine;
}

describe('lab down', () => {
  it('destroys the cluster, and forgets what was in it without uninstalling it', async () => {
    const machine = await runningLab();
    expect((await down(machine, '--yes')).exitCode).toBe(0);
    expect(machine.calls).toContain('cluster destroy -refresh=false');
    expect(machine.calls).toContain('platform state rm it.platform');
    expect(machine.calls).toContain('observability state rm it.observability');
    expect(machine.calls).not.toContainEqual(expect.stringMatching(/^(platform|observability) destroy/));
  });

  it('renders anew what removes add-ons that the settings do without by now', async () => {
    const machine = await runningLab();
    machine.write('settings.yaml', 'addOns: false\n');
    const stack = join('cdktf.out', 'stacks', 'observability', 'cdk.tf.json');
    rmSync(join(machine.folder, stack));
    expect((await down(machine, '--yes')).exitCode).toBe(0);
    expect(machine.has(stack)).toBe(true);
    expect(machine.calls).toContain('observability state rm it.observability');
  });

  it('leaves no key behind: neither a kubeconfig nor a state', async () => {
    const machine = await runningLab();
    await down(machine, '--yes');
    const left = ['kubeconfig', 'state/cluster.tfstate', 'state/platform.tfstate.1.backup'].filter((file) =>
      machine.has(file),
    );
    expect(left).toEqual([]);
  });

  it('works after `kind delete cluster`', async () => {
    const machine = await runningLab();
    machine.write('nodes', '');
    const { exitCode, stdout } = await down(machine, '--yes');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('cluster: it is gone already');
    expect(machine.calls).toContain('cluster state rm kind_cluster.it');
    expect(machine.calls).not.toContainEqual(expect.stringContaining('destroy'));
  });

  it('removes by Docker what Terraform does not know, or can not remove', async () => {
    const machine = await runningLab();
    machine.write('wishes', 'cluster destroy fail\n');
    const { exitCode, stdout } = await down(machine, '--yes');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('cluster: removed, 2 nodes by Docker, because Terraform could not');
    expect(machine.calls).toContain('docker rm --force --volumes mesh-lab-control-plane mesh-lab-worker');
  });

  it('a second time finds nothing, and asks Terraform nothing', async () => {
    const machine = await runningLab();
    await down(machine, '--yes');
    machine.write('calls', '');
    expect((await down(machine, '--yes')).exitCode).toBe(0);
    expect(machine.calls).toEqual([]);
  });

  it('removes nothing without a yes', async () => {
    const machine = await runningLab();
    const { exitCode, stderr } = await down(machine);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('say yes beforehand with `--yes`');
    expect(machine.calls).toEqual([]);
  });

  it('with --dry-run says what would go, and does nothing', async () => {
    const machine = await runningLab();
    const { stdout } = await down(machine, '--dry-run');
    expect(stdout).toContain('would delete the Kind cluster mesh-lab: mesh-lab-control-plane, mesh-lab-worker');
    expect(machine.calls).toEqual([]);
    expect(readFileSync(join(machine.folder, 'kubeconfig'), 'utf8')).toBe(kubeconfig);
  });
});
