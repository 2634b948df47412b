/** Renders both apps for a made-up mesh of as many services as the first argument says. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifestFiles } from '../lib/output/manifest-files';
import { kubernetesApp } from '../stacks/kubernetes-app';
import { defaultSettings } from '../stacks/settings';
import { terraformApp } from '../stacks/terraform-app';
import { tree } from './tree';

const count = Number(process.argv[2]);
const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  const mesh = tree(count);
  terraformApp({ outdir: join(outdir, 'terraform'), settings: defaultSettings, mesh }).synth();
  for (const { name, text } of manifestFiles(
    kubernetesApp({ mesh, sampling: 5, httpsRedirect: false, access: true }),
  )) {
    writeFileSync(join(outdir, name), text);
  }
} finally {
  rmSync(outdir, { recursive: true });
}
