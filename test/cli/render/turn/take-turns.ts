/** Takes turns in a folder, as often as told, each as long as told in milliseconds; ends with 1 if it is not alone in one. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { takeTurn } from '../../../../cli/render/turn';

const [, , folder = '', times, milliseconds] = process.argv;

void (async () => {
  for (let turn = 0; turn < Number(times); turn += 1) {
    const mine = await takeTurn(folder, new AbortController().signal);
    const alone = join(folder, 'alone');
    writeFileSync(alone, String(process.pid), { flag: 'wx' });
    console.log('my turn');
    await sleep(Number(milliseconds));
    rmSync(alone);
    rmSync(mine, { recursive: true });
  }
})();
