/**
 * What a rollback of every service takes, from the key press to the last accepted write, as a whole process, against a real
 * API server and its database on this machine. Also against the time that Node takes to do nothing with the same loader.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LabCluster } from '../test/real/operate/lab-cluster';

const runs = 5;
const root = join(__dirname, '..');
const traffic = 'splits: { frontend: 50, backend: 50, ml: 50 }\n';

const run = promisify(execFile);
const loader = join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs');

/** The median of some runs of Node, in milliseconds, after one that fills caches. */
async function median(cwd: string, ...args: string[]): Promise<number> {
  const once = async (): Promise<number> => {
    const begun = performance.now();
    await run(process.execPath, ['--import', loader, ...args], { cwd });
    return performance.now() - begun;
  };
  await once();
  const times: number[] = [];
  while (times.length < runs) {
    times.push(await once());
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}

async function main(): Promise<void> {
  const lab = await LabCluster.start({ traffic, settings: {} });
  try {
    const rollback = await median(lab.folder, join(root, 'bin', 'lab.cjs'), 'canary', 'rollback');
    const nothing = await median(lab.folder, '--eval', '0');
    console.log(
      `roll back 3 services, one write each / start Node: ${rollback.toFixed(0)} ms / ${nothing.toFixed(0)} ms = ` +
        `${(rollback / nothing).toFixed(2)} (bar: 1,000 ms on an idle machine)`,
    );
  } finally {
    await lab.stop();
  }
}

void main();
