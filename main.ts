/**
 * The lab: reads what it shall be, renders both apps. Runs as it is (`npm start`: both), and as
 * the app of `cdktf` (Terraform JSON only) and `cdk8s` (YAML only), which say by an environment
 * variable where their part goes.
 */
import './cli/source-maps';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitWith } from './cli/exit';
import { type Lab, loadLab } from './cli/load';
import { type Output, publish } from './cli/publish';
import { summary } from './cli/summary';
import { manifestFiles } from './lib/plan/manifest-files';
import { accessOf } from './stacks/access';
import { kubernetesApp } from './stacks/kubernetes-app';
import { samplingOf } from './stacks/settings';
import { terraformApp } from './stacks/terraform-app';

const { CDKTF_OUTDIR, CDK8S_OUTDIR } = process.env;

exitWith(() => {
  const lab = loadLab(process.env);
  if (CDKTF_OUTDIR !== undefined) {
    publish([terraform(lab, CDKTF_OUTDIR)]);
  } else if (CDK8S_OUTDIR !== undefined) {
    publish([kubernetes(lab, CDK8S_OUTDIR)]);
  } else {
    console.log(summary(publish([terraform(lab, 'cdktf.out'), kubernetes(lab, 'dist')]), lab.settings));
  }
});

function terraform({ settings, mesh }: Lab, folder: string): Output {
  const render = (outdir: string): void => {
    terraformApp({ outdir, settings, mesh }).synth();
  };
  return { folder, owns: /^stacks\/[^/]+\/cdk\.tf\.json$/, render };
}

function kubernetes({ settings, mesh }: Lab, folder: string): Output {
  const render = (outdir: string): void => {
    const { httpsRedirect } = settings;
    const app = kubernetesApp({ mesh, httpsRedirect, sampling: samplingOf(settings), access: accessOf(settings) });
    for (const { name, text } of manifestFiles(app)) {
      writeFileSync(join(outdir, name), text);
    }
  };
  return { folder, owns: /^\d{4}-[^/]+\.k8s\.yaml$/, render };
}
