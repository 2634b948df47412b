import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderOf } from '../../../apps/tiers';
import { chromium } from '../parts/chromium';
import { Application, drawn } from './application';

test('the page does what it should in Chromium', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mesh-lab-page-'));
  const picture = join(folder, 'five.png');
  writeFileSync(picture, drawn(5));
  const application = await Application.start({ release: 'canary' });
  try {
    const env = { ...process.env, FRONTEND_URL: application.url(), CHROMIUM: chromium(), PICTURE: picture };
    const child = spawn('npm', ['run', 'test:browser'], { cwd: folderOf('frontend'), env });
    let said = '';
    for (const output of [child.stdout, child.stderr]) {
      output.setEncoding('utf8').on('data', (text: string) => (said += text));
    }
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) {
      throw new Error(`It failed:\n${said}`);
    }
  } finally {
    await application.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
