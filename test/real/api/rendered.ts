import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../parts/root';

/** A new folder with all Kubernetes YAML of the program, load test included. It belongs to the caller, who removes it. */
export function renderedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mesh-lab-rendered-'));
  try {
    run({ CDK8S_OUTDIR: folder }, 'main.ts');
    writeFileSync(join(folder, 'load.k8s.yaml'), run({}, 'cli/lab.ts', 'load', '--job'));
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
  return folder;
}

/** Runs one of the program's own scripts. @returns what it says on stdout */
export function run(env: NodeJS.ProcessEnv, ...program: readonly string[]): string {
  const options = { cwd: root, env: { ...process.env, ...env }, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', ...program], options);
  if (status !== 0) {
    throw new Error(`${program.join(' ')} did not render:\n${stderr}`);
  }
  return stdout;
}
