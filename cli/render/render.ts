import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFile } from '../file-error';
import { folders } from './folders-beside';
import type { App } from 'cdk8s';
import { type ManifestFile, manifestFiles } from '../../lib/output/manifest-files';
import { removalFile } from '../../lib/output/removal-file';
import { showsAddOns } from '../../stacks/add-on-urls';
import { kubernetesApp } from '../../stacks/kubernetes-app';
import { rollbackFiles } from '../../stacks/routes';
import { samplingOf } from '../../stacks/settings';
import { terraformApp } from '../../stacks/terraform-app';
import type { Lab } from '../read/read-lab';
import type { Output } from './staging';

/** The Terraform JSON of a lab, as an output. */
export function terraformOutput({ settings, mesh }: Lab, folder: string): Output {
  const render = (outdir: string): void => {
    terraformApp({ outdir, settings, mesh }).synth();
  };
  return { folder, owns: /^stacks\/[^/]+\/cdk\.tf\.json$/, render };
}

/** The YAML of a lab, and beside it what takes every canary's share away, and all of it; as an output. */
export function kubernetesOutput(lab: Lab, folder: string): Output {
  const render = (outdir: string): void => {
    const app = appOf(lab);
    write(outdir, manifestFiles(app));
    write(join(outdir, folders.rollback), rollbackFiles(lab.mesh));
    write(join(outdir, folders.remove), [removalFile(app)]);
  };
  return { folder, owns: /^((rollback|remove)\/)?\d{4}-[^/]+\.k8s\.yaml$/, render };
}

function appOf({ settings, mesh }: Lab): App {
  const { httpsRedirect, addOns } = settings;
  const sampling = addOns ? samplingOf(settings) : undefined;
  return kubernetesApp({ mesh, httpsRedirect, sampling, access: showsAddOns(settings) });
}

function write(folder: string, files: readonly ManifestFile[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of files) {
    withFile(join(folder, name), () => {
      writeFileSync(join(folder, name), text);
    });
  }
}
