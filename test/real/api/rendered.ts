import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../parts/root';

/** A new folder with all Kubernetes YAML of the program, load test included. It belongs to the caller, who removes it. */
export function renderedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mesh-lab-rendered-'));
  try {
    run({ CDK8S_OUTDIR: folder }, 'main');
    writeFileSync(join(folder, 'load.k8s.yaml'), run({}, 'lab', 'load', '--job'));
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
  return folder;
}

/** Runs one of the two programs. @returns what it says on stdout */
export function run(env: NodeJS.ProcessEnv, program: 'lab' | 'main', ...args: readonly string[]): string {
  const options = { cwd: root, env: { ...process.env, ...env }, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin', `${program}.cjs`), ...args],
    options,
  );
  if (status !== 0) {
    throw new Error(`${[program, ...args].join(' ')} did not render:\n${stderr}`);
  }
  return stdout;
}
