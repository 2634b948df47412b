import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const runs = 5;

/** The median user CPU of whole processes that run a script, in milliseconds. */
export function medianCpu(script: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): number {
  const once = (): number => {
    const node = ['--require', join(__dirname, 'report-cpu.cjs'), '--import', 'tsx', script, ...args];
    const stdio: ('ignore' | 'pipe' | 'inherit')[] = ['ignore', 'ignore', 'inherit', 'pipe'];
    const { status, output } = spawnSync(process.execPath, node, { env: { ...process.env, ...env }, stdio });
    if (status !== 0) {
      throw new Error(`${script} ended with ${String(status)}`);
    }
    return Number(output[3]) / 1000;
  };
  once(); // Fills the transpiler's cache, which only the first run after a change has to.
  const sorted = Array.from({ length: runs }, once).sort((a, b) => a - b);
  return sorted[Math.floor(runs / 2)] ?? Number.NaN;
}
