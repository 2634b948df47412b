/** Publishes two outputs in the current folder. To be run in a process of its own, which may be ended at any moment. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publish } from '../../../../cli/render/publish';
import type { Output } from '../../../../cli/render/staging';

function output(folder: string): Output {
  const render = (staging: string): void => {
    mkdirSync(join(staging, 'deep'));
    writeFileSync(join(staging, 'a.yaml'), 'new');
    writeFileSync(join(staging, 'deep', 'b.yaml'), 'new');
  };
  return { folder, owns: /^(a|deep\/b|stale)\.yaml$/, render };
}

void publish([output('cdktf.out'), output('dist')]);
