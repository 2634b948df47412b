/** Renders both apps of the lab, and looks no further at what it rendered. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadLab } from '../cli/load';
import { publish } from '../cli/publish';
import { kubernetesOutput, terraformOutput } from '../cli/render';

const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  const lab = loadLab(process.env);
  publish([terraformOutput(lab, join(outdir, 'cdktf.out')), kubernetesOutput(lab, join(outdir, 'dist'))]);
} finally {
  rmSync(outdir, { recursive: true });
}
