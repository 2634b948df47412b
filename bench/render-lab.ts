/** Renders both apps of the lab, and looks no further at what it rendered. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLab } from '../cli/read/read-lab';
import { publish } from '../cli/render/publish';
import { kubernetesOutput, terraformOutput } from '../cli/render/render';

const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
const lab = readLab(process.env);
void publish([terraformOutput(lab, join(outdir, 'cdktf.out')), kubernetesOutput(lab, join(outdir, 'dist'))]).finally(
  () => {
    rmSync(outdir, { recursive: true });
  },
);
