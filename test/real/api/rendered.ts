import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../parts/root';

/** A new folder with the Kubernetes YAML that the program renders. It belongs to the caller, who removes it. */
export function renderedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mesh-lab-rendered-'));
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'main.ts'], {
    cwd: root,
    env: { ...process.env, CDK8S_OUTDIR: folder },
    encoding: 'utf8',
  });
  if (status !== 0) {
    rmSync(folder, { recursive: true });
    throw new Error(`main.ts did not render:\n${stderr}`);
  }
  return folder;
}
