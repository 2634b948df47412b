import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rollbackFolder } from './rollback-folder';
import { type ManifestFile, manifestFiles } from '../../lib/output/manifest-files';
import { showsAddOns } from '../../stacks/add-on-urls';
import { kubernetesApp } from '../../stacks/kubernetes-app';
import { rollbackFiles } from '../../stacks/routes';
import { samplingOf } from '../../stacks/settings';
import { terraformApp } from '../../stacks/terraform-app';
import type { Lab } from '../read/read-lab';
import type { Output } from './publish';

/** The Terraform JSON of a lab, as an output. */
export function terraformOutput({ settings, mesh }: Lab, folder: string): Output {
  const render = (outdir: string): void => {
    terraformApp({ outdir, settings, mesh }).synth();
  };
  return { folder, owns: /^stacks\/[^/]+\/cdk\.tf\.json$/, render };
}

/** The YAML of a lab, and beside it what takes every canary's share away; as an output. */
export function kubernetesOutput(lab: Lab, folder: string): Output {
  const render = (outdir: string): void => {
    for (const { name, text } of yamlOf(lab)) {
      writeFileSync(join(outdir, name), text);
    }
    mkdirSync(join(outdir, rollbackFolder));
    for (const { name, text } of rollbackFiles(lab.mesh)) {
      writeFileSync(join(outdir, rollbackFolder, name), text);
    }
  };
  return { folder, owns: /^(rollback\/)?\d{4}-[^/]+\.k8s\.yaml$/, render };
}

/** The YAML of a lab. */
function yamlOf({ settings, mesh }: Lab): ManifestFile[] {
  const { httpsRedirect } = settings;
  return manifestFiles(
    kubernetesApp({ mesh, httpsRedirect, sampling: samplingOf(settings), access: showsAddOns(settings) }),
  );
}
