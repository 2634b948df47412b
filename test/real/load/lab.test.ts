import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { loadSummary } from '../../../lib/load/summary';
import { runLab } from '../../cli/run-main';
import { tempFolder } from '../../cli/temp-folder';
import { k6 } from '../parts/k6';
import { root } from '../parts/root';
import { startApp } from './app';

test('`lab load` runs the smoke profile with the k6 on the PATH, and says on stdout nothing but the summary', async () => {
  const traffic = readFileSync(join(root, 'traffic.yaml'), 'utf8');
  const folder = tempFolder({ 'settings.yaml': '', 'traffic.yaml': traffic });
  symlinkSync(await k6(), join(folder, 'k6'));
  const app = await startApp({ canaryPercent: 10 });
  try {
    const gateway = `http://${app.address}`;
    const run = await runLab(folder, { PATH: folder }, 'load', 'smoke', '--json', '--gateway', gateway);
    const summary = loadSummary.parse(JSON.parse(run.stdout));
    expect(summary).toMatchObject({ profile: 'smoke', verdict: 'PASS', failed: [], errorRate: 0 });
    expect(summary.requests).toBe(app.answered.stable + app.answered.canary);
    expect(run.exitCode).toBe(0);
  } finally {
    await app.stop();
  }
});
