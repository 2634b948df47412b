import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { terraformApp } from '../../stacks/terraform-app';
import { labOf, type Written } from './rendered';

/** The Terraform JSON of the lab, by stack. */
export function renderTerraform(written: Written = {}): ReadonlyMap<string, string> {
  const outdir = mkdtempSync(join(tmpdir(), 'rendered-'));
  try {
    terraformApp({ outdir, ...labOf(written) }).synth();
    const stacks = readdirSync(join(outdir, 'stacks')).sort();
    return new Map(stacks.map((stack) => [stack, readFileSync(join(outdir, 'stacks', stack, 'cdk.tf.json'), 'utf8')]));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
